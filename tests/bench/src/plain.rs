//! The 2019 form as one writes it by hand for serde: the right types, and no validation at all.
//!
//! `T` is the type of texts: `String` for owned types, `&str` for borrowed ones.

use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub struct Report<T> {
    pub year: u16,
    pub reporting_unit: T,
    pub basics: Basics<T>,
    pub info_release: InfoRelease,
    pub special_columns: SpecialColumns,
    pub interpretation: Interpretation,
    pub services: Services,
    pub interaction: Interaction,
    pub security: Security,
    pub new_media: NewMedia<T>,
    pub innovation: Innovation<T>,
    pub signature: Signature<T>,
}

#[derive(Debug, Deserialize)]
pub struct Basics<T> {
    pub site_name: T,
    pub home_url: T,
    pub sponsor: T,
    pub site_kind: SiteKind,
    pub site_code: T,
    pub icp_number: T,
    pub police_number: T,
    pub unique_visitors: u64,
    pub page_views: u64,
}

#[derive(Debug, Deserialize)]
pub struct InfoRelease {
    pub total: u64,
    pub overview: u64,
    pub dynamics: u64,
    pub catalog: u64,
}

#[derive(Debug, Deserialize)]
pub struct SpecialColumns {
    pub maintained: u64,
    pub newly_opened: u64,
}

#[derive(Debug, Deserialize)]
pub struct Interpretation {
    pub releases: Releases,
    pub responses: u64,
}

#[derive(Debug, Deserialize)]
pub struct Releases {
    pub total: u64,
    pub articles: u64,
    pub products: u64,
    pub media_comments: u64,
}

#[derive(Debug, Deserialize)]
pub struct Services {
    pub catalog_published: bool,
    pub registered_users: u64,
    pub items: u64,
    pub fully_online_items: u64,
    pub cases: Cases,
}

#[derive(Debug, Deserialize)]
pub struct Cases {
    pub total: u64,
    pub natural_persons: u64,
    pub legal_persons: u64,
}

#[derive(Debug, Deserialize)]
pub struct Interaction {
    pub unified_platform: bool,
    pub messages: Messages,
    pub consultations: Consultations,
    pub interviews: Interviews,
    pub smart_qa: bool,
}

#[derive(Debug, Deserialize)]
pub struct Messages {
    pub received: u64,
    pub closed: u64,
    pub average_days: f64,
    pub published_replies: u64,
}

#[derive(Debug, Deserialize)]
pub struct Consultations {
    pub rounds: u64,
    pub opinions: u64,
    pub published_results: u64,
}

#[derive(Debug, Deserialize)]
pub struct Interviews {
    pub rounds: u64,
    pub questions: u64,
    pub answers: u64,
}

#[derive(Debug, Deserialize)]
pub struct Security {
    pub assessments: u64,
    pub problems_found: u64,
    pub problems_fixed: u64,
    pub monitoring: bool,
    pub drills: bool,
    pub responsible_person: bool,
}

#[derive(Debug, Deserialize)]
pub struct NewMedia<T> {
    pub present: bool,
    pub weibo: Option<Weibo<T>>,
    pub wechat: Option<Wechat<T>>,
    pub other: Option<T>,
}

#[derive(Debug, Deserialize)]
pub struct Weibo<T> {
    pub name: T,
    pub posts: u64,
    pub followers: u64,
}

#[derive(Debug, Deserialize)]
pub struct Wechat<T> {
    pub name: T,
    pub posts: u64,
    pub subscribers: u64,
}

#[derive(Debug, Deserialize)]
pub struct Innovation<T> {
    pub features: Vec<Feature>,
    pub other_text: Option<T>,
}

#[derive(Debug, Deserialize)]
pub struct Signature<T> {
    pub head: T,
    pub reviewer: T,
    pub preparer: T,
    pub phone: T,
    pub date: T,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SiteKind {
    Portal,
    Department,
    Special,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Feature {
    SearchAsService,
    Multilingual,
    Accessible,
    Personalized,
    Other,
}
