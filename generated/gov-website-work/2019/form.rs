// @generated 由 tianbao generate 从 gov-website-work 2019 版（修订 1）的 YAML 生成，请勿手改：改 YAML，再运行这条命令

/// 政府网站工作年度报表（2019 版，修订 1）
///
/// Every member is described as the form and its 填写说明 have it.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The members that every report has: `form`, `edition`, `explanations`, …
    pub about: ::tianbao::About,
    /// 年度（年）
    ///
    /// `year`
    pub year: u16,
    /// 填报单位
    ///
    /// `reporting_unit`
    pub reporting_unit: String,
    /// 一 基本信息
    ///
    /// `basics`
    pub basics: Basics,
    /// 二 信息发布
    ///
    /// `info_release`
    pub info_release: InfoRelease,
    /// 三 专栏专题
    ///
    /// `special_columns`
    pub special_columns: SpecialColumns,
    /// 四 解读回应
    ///
    /// `interpretation`
    pub interpretation: Interpretation,
    /// 五 办事服务
    ///
    /// `services`
    pub services: Services,
    /// 六 互动交流
    ///
    /// `interaction`
    pub interaction: Interaction,
    /// 七 安全防护
    ///
    /// `security`
    pub security: Security,
    /// 八 移动新媒体
    ///
    /// `new_media`
    pub new_media: NewMedia,
    /// 九 创新发展
    ///
    /// `innovation`
    pub innovation: Innovation,
    /// 单位负责人、审核人等
    ///
    /// `signature`
    pub signature: Signature,
}
/// 一 基本信息
///
/// `basics`
#[derive(
    Clone,
    Debug,
    PartialEq,
    ::tianbao::support::serde::Serialize,
    ::tianbao::support::serde::Deserialize
)]
#[serde(crate = "::tianbao::support::serde", deny_unknown_fields)]
pub struct Basics {
    /// 一.1 网站名称
    ///
    /// 请填写网站的中文名称。
    ///
    /// `basics.site_name`
    pub site_name: String,
    /// 一.2 首页网址
    ///
    /// 请填写网站首页页面地址。例如，北京市人民政府门户网站填写“http\://www.beijing.gov.cn”。
    ///
    /// `basics.home_url`
    pub home_url: String,
    /// 一.3 主办单位
    ///
    /// 请填写网站的主办单位全称。例如，北京市人民政府门户网站填写“北京市人民政府办公厅”。
    ///
    /// `basics.sponsor`
    pub sponsor: String,
    /// 一.4 网站类型
    ///
    /// 请按照网站类型勾选“政府门户网站”、“部门网站”或“专项网站”。
    ///
    /// `basics.site_kind`
    pub site_kind: BasicsSiteKind,
    /// 一.5 政府网站标识码
    ///
    /// 请填写在“全国政府网站信息报送系统”中获取的政府网站标识码。例如，北京市人民政府门户网站填写“1100000088”。
    ///
    /// `basics.site_code`
    pub site_code: String,
    /// 一.6 ICP备案号
    ///
    /// 请填写网站对应的ICP备案编号。例如，北京市人民政府门户网站填写“京ICP备05060933”。
    ///
    /// `basics.icp_number`
    pub icp_number: String,
    /// 一.7 公安机关备案号
    ///
    /// 请填写网站在公安机关的备案号。例如，北京市人民政府门户网站填写“京公网安备110105000722”。
    ///
    /// `basics.police_number`
    pub police_number: String,
    /// 一.8 独立用户访问总量（个，全年累计）
    ///
    /// 请填写本年度访问网站的用户总数（UV），同一用户每日多次访问不重复计算，只计一次。
    ///
    /// `basics.unique_visitors`
    pub unique_visitors: u64,
    /// 一.9 网站总访问量（次，全年累计）
    ///
    /// 请填写本年度网站的总点击次数（PV），同一用户对同一页面多次访问重复计算。
    ///
    /// `basics.page_views`
    pub page_views: u64,
}
/// 基本信息 › 网站类型的选项
///
/// `basics.site_kind`
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    ::tianbao::support::serde::Serialize,
    ::tianbao::support::serde::Deserialize,
)]
#[serde(crate = "::tianbao::support::serde")]
pub enum BasicsSiteKind {
    /// 政府门户网站
    #[serde(rename = "portal")]
    Portal,
    /// 部门网站
    #[serde(rename = "department")]
    Department,
    /// 专项网站
    #[serde(rename = "special")]
    Special,
}
/// 二 信息发布
///
/// `info_release`
#[derive(
    Clone,
    Debug,
    PartialEq,
    ::tianbao::support::serde::Serialize,
    ::tianbao::support::serde::Deserialize
)]
#[serde(crate = "::tianbao::support::serde", deny_unknown_fields)]
pub struct InfoRelease {
    /// 二.1 总数（条，全年累计）
    ///
    /// 请填写本年度网站发布信息的总条数，不包括外链信息。
    ///
    /// `info_release.total`
    pub total: u64,
    /// 二.2 概况类信息更新量（条，全年累计）
    ///
    /// 请填写本年度网站发布经济、社会、历史、地理、人文、行政区划等介绍性信息，机构设置、主要职责和联系方式等机构职能信息，本地区、本部门、本机构负责人信息的总条数。
    ///
    /// `info_release.overview`
    pub overview: u64,
    /// 二.3 政务动态信息更新量（条，全年累计）
    ///
    /// 请填写本年度网站发布本地区、本部门政务要闻、通知公告、工作动态等需要社会公众广泛知晓的政务动态信息的总条数。
    ///
    /// `info_release.dynamics`
    pub dynamics: u64,
    /// 二.4 信息公开目录信息更新量（条，全年累计）
    ///
    /// 请填写本年度网站政府信息公开目录中发布信息的总条数。
    ///
    /// `info_release.catalog`
    pub catalog: u64,
}
/// 三 专栏专题
///
/// `special_columns`
#[derive(
    Clone,
    Debug,
    PartialEq,
    ::tianbao::support::serde::Serialize,
    ::tianbao::support::serde::Deserialize
)]
#[serde(crate = "::tianbao::support::serde", deny_unknown_fields)]
pub struct SpecialColumns {
    /// 三.1 维护数量（个，全年累计）
    ///
    /// 请填写网站维护的本年度有信息更新的专栏专题总个数。
    ///
    /// `special_columns.maintained`
    pub maintained: u64,
    /// 三.2 新开设数量（个，全年累计）
    ///
    /// 请填写本年度网站新开设的专栏专题个数。
    ///
    /// `special_columns.newly_opened`
    pub newly_opened: u64,
}
/// 四 解读回应
///
/// `interpretation`
#[derive(
    Clone,
    Debug,
    PartialEq,
    ::tianbao::support::serde::Serialize,
    ::tianbao::support::serde::Deserialize
)]
#[serde(crate = "::tianbao::support::serde", deny_unknown_fields)]
pub struct Interpretation {
    /// 四.1 解读信息发布
    ///
    /// `interpretation.releases`
    pub releases: InterpretationReleases,
    /// 四.2 回应公众关注热点或重大舆情数量（次，全年累计）
    ///
    /// 请填写本年度网站发布的回应公众关注热点或重大舆情的次数。以多种形式回应同一热点或舆情的不重复计算，只计一次。
    ///
    /// `interpretation.responses`
    pub responses: u64,
}
/// 四.1 解读信息发布
///
/// `interpretation.releases`
#[derive(
    Clone,
    Debug,
    PartialEq,
    ::tianbao::support::serde::Serialize,
    ::tianbao::support::serde::Deserialize
)]
#[serde(crate = "::tianbao::support::serde", deny_unknown_fields)]
pub struct InterpretationReleases {
    /// 四.1（1） 总数（条，全年累计）
    ///
    /// 请填写本年度网站发布或转载的对政策文件的解读材料、解读产品、媒体评论文章的总数，不包括外链信息。
    ///
    /// `interpretation.releases.total`
    pub total: u64,
    /// 四.1（2） 解读材料数量（条，全年累计）
    ///
    /// 请填写本年度网站发布或转载的对政策文件的解读材料（以文字解读为主）的总条数，不包括外链信息。
    ///
    /// `interpretation.releases.articles`
    pub articles: u64,
    /// 四.1（3） 解读产品数量（个，全年累计）
    ///
    /// 请填写本年度网站发布或转载的对政策文件的解读产品的总个数，不包括外链信息。解读产品指运用数字化、图表图解、音频、视频、动漫等方式制作的解读材料。
    ///
    /// `interpretation.releases.products`
    pub products: u64,
    /// 四.1（4） 媒体评论文章数量（篇，全年累计）
    ///
    /// 请填写本年度网站发布或转载的关于政策文件的媒体评论文章的总篇数，不包括外链信息。
    ///
    /// `interpretation.releases.media_comments`
    pub media_comments: u64,
}
/// 五 办事服务
///
/// `services`
#[derive(
    Clone,
    Debug,
    PartialEq,
    ::tianbao::support::serde::Serialize,
    ::tianbao::support::serde::Deserialize
)]
#[serde(crate = "::tianbao::support::serde", deny_unknown_fields)]
pub struct Services {
    /// 五.1 是否发布服务事项目录
    ///
    /// 是否在网站发布本单位政务服务事项目录，请勾选“是”或“否”。
    ///
    /// `services.catalog_published`
    pub catalog_published: bool,
    /// 五.2 注册用户数（个，截至年底）
    ///
    /// 请填写截至本年度12月底网站的注册用户数。
    ///
    /// `services.registered_users`
    pub registered_users: u64,
    /// 五.3 政务服务事项数量（项，填报时）
    ///
    /// 请填写网站提供的本单位政务服务事项总项数。
    ///
    /// `services.items`
    pub items: u64,
    /// 五.4 可全程在线办理政务服务事项数量（项，填报时）
    ///
    /// 请填写网站提供的本单位可全程网上办理的政务服务事项总项数。
    ///
    /// `services.fully_online_items`
    pub fully_online_items: u64,
    /// 五.5 办件量
    ///
    /// `services.cases`
    pub cases: ServicesCases,
}
/// 五.5 办件量
///
/// `services.cases`
#[derive(
    Clone,
    Debug,
    PartialEq,
    ::tianbao::support::serde::Serialize,
    ::tianbao::support::serde::Deserialize
)]
#[serde(crate = "::tianbao::support::serde", deny_unknown_fields)]
pub struct ServicesCases {
    /// 五.5（1） 总数（件，全年累计）
    ///
    /// 请填写本年度本单位针对可在线预约、在线申报、在线查询、在线办理的办事服务事项，已办结的用户申请总件数。同一用户办理同一事项的不同环节不重复计算，只计一次。
    ///
    /// `services.cases.total`
    pub total: u64,
    /// 五.5（2） 自然人办件量（件，全年累计）
    ///
    /// 请填写本年度本单位针对可在线预约、在线申报、在线查询、在线办理的办事服务事项，已办结的自然人申请总件数。同一自然人用户办理同一事项的不同环节不重复计算，只计一次。
    ///
    /// `services.cases.natural_persons`
    pub natural_persons: u64,
    /// 五.5（3） 法人办件量（件，全年累计）
    ///
    /// 请填写本年度本单位针对可在线预约、在线申报、在线查询、在线办理的办事服务事项，已办结的法人申请总件数。同一法人用户办理同一事项的不同环节不重复计算，只计一次。
    ///
    /// `services.cases.legal_persons`
    pub legal_persons: u64,
}
/// 六 互动交流
///
/// `interaction`
#[derive(
    Clone,
    Debug,
    PartialEq,
    ::tianbao::support::serde::Serialize,
    ::tianbao::support::serde::Deserialize
)]
#[serde(crate = "::tianbao::support::serde", deny_unknown_fields)]
pub struct Interaction {
    /// 六.1 是否使用统一平台
    ///
    /// 网站的留言评论、征集调查、咨询投诉、在线访谈等互动交流栏目是否使用统一的互动交流平台，请勾选“是”或“否”。网站如使用其他网站提供的统一的互动交流平台，则勾选“是”。
    ///
    /// `interaction.unified_platform`
    pub unified_platform: bool,
    /// 六.2 留言办理
    ///
    /// `interaction.messages`
    pub messages: InteractionMessages,
    /// 六.3 征集调查
    ///
    /// `interaction.consultations`
    pub consultations: InteractionConsultations,
    /// 六.4 在线访谈
    ///
    /// `interaction.interviews`
    pub interviews: InteractionInterviews,
    /// 六.5 是否提供智能问答
    ///
    /// 网站是否提供通过自然语言处理等相关技术自动解答用户咨询的智能问答功能，请勾选“是”或“否”。
    ///
    /// `interaction.smart_qa`
    pub smart_qa: bool,
}
/// 六.2 留言办理
///
/// `interaction.messages`
#[derive(
    Clone,
    Debug,
    PartialEq,
    ::tianbao::support::serde::Serialize,
    ::tianbao::support::serde::Deserialize
)]
#[serde(crate = "::tianbao::support::serde", deny_unknown_fields)]
pub struct InteractionMessages {
    /// 六.2（1） 收到留言数量（条，全年累计）
    ///
    /// 请填写本年度通过网站开设的咨询投诉、反映问题等互动交流栏目收集到的网民留言总条数。
    ///
    /// `interaction.messages.received`
    pub received: u64,
    /// 六.2（2） 办结留言数量（条，全年累计）
    ///
    /// 请填写本年度网站办结的网民留言总条数。
    ///
    /// `interaction.messages.closed`
    pub closed: u64,
    /// 六.2（3） 平均办理时间（天，全年累计）
    ///
    /// 请填写本年度网站网民留言从收到到办结的平均办理天数。
    ///
    /// `interaction.messages.average_days`
    pub average_days: ::tianbao::Decimal<2>,
    /// 六.2（4） 公开答复数量（条，全年累计）
    ///
    /// 请填写本年度网站公开网民留言及留言答复情况的留言总条数。
    ///
    /// `interaction.messages.published_replies`
    pub published_replies: u64,
}
/// 六.3 征集调查
///
/// `interaction.consultations`
#[derive(
    Clone,
    Debug,
    PartialEq,
    ::tianbao::support::serde::Serialize,
    ::tianbao::support::serde::Deserialize
)]
#[serde(crate = "::tianbao::support::serde", deny_unknown_fields)]
pub struct InteractionConsultations {
    /// 六.3（1） 征集调查期数（期，全年累计）
    ///
    /// 请填写本年度网站发布的面向公众或有关单位的征集调查的总期数。
    ///
    /// `interaction.consultations.rounds`
    pub rounds: u64,
    /// 六.3（2） 收到意见数量（条，全年累计）
    ///
    /// 请填写本年度网站通过征集调查收到的意见总条数。
    ///
    /// `interaction.consultations.opinions`
    pub opinions: u64,
    /// 六.3（3） 公布调查结果期数（期，全年累计）
    ///
    /// 请填写本年度已公布结果的征集调查的总期数。
    ///
    /// `interaction.consultations.published_results`
    pub published_results: u64,
}
/// 六.4 在线访谈
///
/// `interaction.interviews`
#[derive(
    Clone,
    Debug,
    PartialEq,
    ::tianbao::support::serde::Serialize,
    ::tianbao::support::serde::Deserialize
)]
#[serde(crate = "::tianbao::support::serde", deny_unknown_fields)]
pub struct InteractionInterviews {
    /// 六.4（1） 访谈期数（期，全年累计）
    ///
    /// 请填写本年度网站单独举办或与主流媒体等其他机构合作举办，并可通过政府网站观看的在线访谈的总期数。
    ///
    /// `interaction.interviews.rounds`
    pub rounds: u64,
    /// 六.4（2） 网民留言数量（条，全年累计）
    ///
    /// 请填写本年度通过在线访谈收到的网民留言的总条数。
    ///
    /// `interaction.interviews.questions`
    pub questions: u64,
    /// 六.4（3） 答复网民提问数量（条，全年累计）
    ///
    /// 请填写本年度通过在线访谈答复网民提问的总条数。
    ///
    /// `interaction.interviews.answers`
    pub answers: u64,
}
/// 七 安全防护
///
/// `security`
#[derive(
    Clone,
    Debug,
    PartialEq,
    ::tianbao::support::serde::Serialize,
    ::tianbao::support::serde::Deserialize
)]
#[serde(crate = "::tianbao::support::serde", deny_unknown_fields)]
pub struct Security {
    /// 七.1 安全检测评估次数（次，全年累计）
    ///
    /// 请填写本年度对网站开展安全检测评估的总次数。
    ///
    /// `security.assessments`
    pub assessments: u64,
    /// 七.2 发现问题数量（个，全年累计）
    ///
    /// 请填写本年度安全检测评估中发现并确认的安全问题总个数。
    ///
    /// `security.problems_found`
    pub problems_found: u64,
    /// 七.3 问题整改数量（个，全年累计）
    ///
    /// 请填写本年度网站整改到位的安全问题总个数。
    ///
    /// `security.problems_fixed`
    pub problems_fixed: u64,
    /// 七.4 是否建立安全监测预警机制
    ///
    /// 网站是否已建立安全监测预警机制，请勾选“是”或“否”。
    ///
    /// `security.monitoring`
    pub monitoring: bool,
    /// 七.5 是否开展应急演练
    ///
    /// 本年度网站是否开展网络安全应急演练，请勾选“是”或“否”。
    ///
    /// `security.drills`
    pub drills: bool,
    /// 七.6 是否明确网站安全责任人
    ///
    /// 网站是否明确网站安全责任人，请勾选“是”或“否”。
    ///
    /// `security.responsible_person`
    pub responsible_person: bool,
}
/// 八 移动新媒体
///
/// `new_media`
#[derive(
    Clone,
    Debug,
    PartialEq,
    ::tianbao::support::serde::Serialize,
    ::tianbao::support::serde::Deserialize
)]
#[serde(crate = "::tianbao::support::serde", deny_unknown_fields)]
pub struct NewMedia {
    /// 八.1 是否有移动新媒体
    ///
    /// 网站主办单位是否保障移动新媒体，请勾选“是”或“否”。如勾选“是”，请填写“微博”、“微信”、“其他”项目。
    ///
    /// `new_media.present`
    pub present: bool,
    /// 八.2 微博
    ///
    /// `new_media.weibo`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weibo: Option<NewMediaWeibo>,
    /// 八.3 微信
    ///
    /// `new_media.wechat`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wechat: Option<NewMediaWechat>,
    /// 八.4 其他
    ///
    /// 请填写由网站主办单位保障的其他新媒体产品，如发布的移动客户端等，包括产品类型、平台名称、产品名称、信息发布量、用户关注量/下载量等内容。
    ///
    /// `new_media.other`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<String>,
}
/// 八.2 微博
///
/// `new_media.weibo`
#[derive(
    Clone,
    Debug,
    PartialEq,
    ::tianbao::support::serde::Serialize,
    ::tianbao::support::serde::Deserialize
)]
#[serde(crate = "::tianbao::support::serde", deny_unknown_fields)]
pub struct NewMediaWeibo {
    /// 八.2（1） 名称
    ///
    /// 请填写主要由网站主办单位保障的微博账号的名称。如，北京市公安局公安交通管理局填写“北京交警”。在多个平台开设微博账号或在一个平台开设多个微博账号的，仅填写网民关注数量最多的微博账号名称。
    ///
    /// `new_media.weibo.name`
    pub name: String,
    /// 八.2（2） 信息发布量（条，全年累计）
    ///
    /// 请填写本年度微博账号发布信息总条数，包括转载的信息，不包括对其他账号发布内容的评论信息。
    ///
    /// `new_media.weibo.posts`
    pub posts: u64,
    /// 八.2（3） 关注量（个，填报时）
    ///
    /// 请填写微博账号的网民关注数量。
    ///
    /// `new_media.weibo.followers`
    pub followers: u64,
}
/// 八.3 微信
///
/// `new_media.wechat`
#[derive(
    Clone,
    Debug,
    PartialEq,
    ::tianbao::support::serde::Serialize,
    ::tianbao::support::serde::Deserialize
)]
#[serde(crate = "::tianbao::support::serde", deny_unknown_fields)]
pub struct NewMediaWechat {
    /// 八.3（1） 名称
    ///
    /// 请填写主要由网站主办单位保障的微信公众账号的名称。如，北京市公安局公安交通管理局填写“北京交警”。开设多个微信公众账号的，仅填写网民订阅数量最多的微信公众账号名称。
    ///
    /// `new_media.wechat.name`
    pub name: String,
    /// 八.3（2） 信息发布量（条，全年累计）
    ///
    /// 请填写本年度微信公众账号发布信息总条数。
    ///
    /// `new_media.wechat.posts`
    pub posts: u64,
    /// 八.3（3） 订阅数（个，填报时）
    ///
    /// 请填写微信公众账号的网民订阅数量。
    ///
    /// `new_media.wechat.subscribers`
    pub subscribers: u64,
}
/// 九 创新发展
///
/// `innovation`
#[derive(
    Clone,
    Debug,
    PartialEq,
    ::tianbao::support::serde::Serialize,
    ::tianbao::support::serde::Deserialize
)]
#[serde(crate = "::tianbao::support::serde", deny_unknown_fields)]
pub struct Innovation {
    /// 九 创新发展
    ///
    /// `innovation.features`
    pub features: Vec<InnovationFeaturesItem>,
    /// 九 其他
    ///
    /// `innovation.other_text`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_text: Option<String>,
}
/// 创新发展的选项
///
/// `innovation.features`
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    ::tianbao::support::serde::Serialize,
    ::tianbao::support::serde::Deserialize,
)]
#[serde(crate = "::tianbao::support::serde")]
pub enum InnovationFeaturesItem {
    /// 搜索即服务
    ///
    /// “搜索即服务”指网站搜索提供错别字自动纠正、关键词推荐、拼音转化搜索和通俗语言搜索等功能，根据用户真实需求调整搜索结果排序，提供多维度分类展现，聚合相关信息和服务。
    #[serde(rename = "search_as_service")]
    SearchAsService,
    /// 多语言版本
    ///
    /// “多语言版本”指根据用户群体特点和需求，提供多语言服务。
    #[serde(rename = "multilingual")]
    Multilingual,
    /// 无障碍浏览
    ///
    /// “无障碍浏览”指为方便残疾人、老年人等特殊群体获取网站信息，提供无障碍浏览服务。
    #[serde(rename = "accessible")]
    Accessible,
    /// 千人千网
    ///
    /// “千人千网”指以用户为中心，打造个人和企业专属主页，提供个性化、便捷化、智能化服务。
    #[serde(rename = "personalized")]
    Personalized,
    /// 其他
    ///
    /// “其他”指在个性化服务、开放式架构、大数据支撑、多渠道拓展等方面提供的创新功能或服务。
    #[serde(rename = "other")]
    Other,
}
/// 单位负责人、审核人等
///
/// `signature`
#[derive(
    Clone,
    Debug,
    PartialEq,
    ::tianbao::support::serde::Serialize,
    ::tianbao::support::serde::Deserialize
)]
#[serde(crate = "::tianbao::support::serde", deny_unknown_fields)]
pub struct Signature {
    /// 单位负责人
    ///
    /// `signature.head`
    pub head: String,
    /// 审核人
    ///
    /// `signature.reviewer`
    pub reviewer: String,
    /// 填报人
    ///
    /// `signature.preparer`
    pub preparer: String,
    /// 联系电话
    ///
    /// `signature.phone`
    pub phone: String,
    /// 填报日期
    ///
    /// `signature.date`
    pub date: ::tianbao::Date,
}
impl Report {
    /// The compiled engine of gov-website-work 2019.
    pub const JUDGE: ::tianbao::support::Engine = ::tianbao::support::Engine(
        <Self as ::tianbao::support::Report>::FORM,
    );
    /// Reads a report; only a structural finding prevents it.
    ///
    /// # Errors
    /// The verdict with all findings.
    pub fn from_json(
        bytes: &[u8],
    ) -> ::std::result::Result<Self, ::std::boxed::Box<::tianbao::Verdict>> {
        ::tianbao::support::Report::read(bytes)
    }
    /// The verdict on this report: limits, patterns and rules.
    #[must_use]
    pub fn validate(&self) -> ::tianbao::Verdict {
        ::tianbao::support::Report::verdict(self, None)
    }
    /// The verdict on this report, also against last year's.
    #[must_use]
    pub fn validate_against(&self, last_year: &Self) -> ::tianbao::Verdict {
        ::tianbao::support::Report::verdict(self, Some(last_year))
    }
    /// The verdict on JSON text: any bytes are judged, none panic.
    #[must_use]
    pub fn judge(bytes: &[u8]) -> ::tianbao::Verdict {
        <Self as ::tianbao::support::Report>::verdict_of_text(bytes, None)
    }
    /// The verdict on JSON text, also against last year's report.
    #[must_use]
    pub fn judge_against(bytes: &[u8], last_year: &Self) -> ::tianbao::Verdict {
        <Self as ::tianbao::support::Report>::verdict_of_text(bytes, Some(last_year))
    }
}
#[allow(clippy::pedantic, clippy::nursery, unused_qualifications)]
const _: () = {
    use ::tianbao::support::*;
    const YEAR: usize = 0;
    const REPORTING_UNIT: usize = 1;
    const BASICS: usize = 2;
    const BASICS_SITE_NAME: usize = 3;
    const BASICS_HOME_URL: usize = 4;
    const BASICS_SPONSOR: usize = 5;
    const BASICS_SITE_KIND: usize = 6;
    const BASICS_SITE_CODE: usize = 7;
    const BASICS_ICP_NUMBER: usize = 8;
    const BASICS_POLICE_NUMBER: usize = 9;
    const BASICS_UNIQUE_VISITORS: usize = 10;
    const BASICS_PAGE_VIEWS: usize = 11;
    const INFO_RELEASE: usize = 12;
    const INFO_RELEASE_TOTAL: usize = 13;
    const INFO_RELEASE_OVERVIEW: usize = 14;
    const INFO_RELEASE_DYNAMICS: usize = 15;
    const INFO_RELEASE_CATALOG: usize = 16;
    const SPECIAL_COLUMNS: usize = 17;
    const SPECIAL_COLUMNS_MAINTAINED: usize = 18;
    const SPECIAL_COLUMNS_NEWLY_OPENED: usize = 19;
    const INTERPRETATION: usize = 20;
    const INTERPRETATION_RELEASES: usize = 21;
    const INTERPRETATION_RELEASES_TOTAL: usize = 22;
    const INTERPRETATION_RELEASES_ARTICLES: usize = 23;
    const INTERPRETATION_RELEASES_PRODUCTS: usize = 24;
    const INTERPRETATION_RELEASES_MEDIA_COMMENTS: usize = 25;
    const INTERPRETATION_RESPONSES: usize = 26;
    const SERVICES: usize = 27;
    const SERVICES_CATALOG_PUBLISHED: usize = 28;
    const SERVICES_REGISTERED_USERS: usize = 29;
    const SERVICES_ITEMS: usize = 30;
    const SERVICES_FULLY_ONLINE_ITEMS: usize = 31;
    const SERVICES_CASES: usize = 32;
    const SERVICES_CASES_TOTAL: usize = 33;
    const SERVICES_CASES_NATURAL_PERSONS: usize = 34;
    const SERVICES_CASES_LEGAL_PERSONS: usize = 35;
    const INTERACTION: usize = 36;
    const INTERACTION_UNIFIED_PLATFORM: usize = 37;
    const INTERACTION_MESSAGES: usize = 38;
    const INTERACTION_MESSAGES_RECEIVED: usize = 39;
    const INTERACTION_MESSAGES_CLOSED: usize = 40;
    const INTERACTION_MESSAGES_AVERAGE_DAYS: usize = 41;
    const INTERACTION_MESSAGES_PUBLISHED_REPLIES: usize = 42;
    const INTERACTION_CONSULTATIONS: usize = 43;
    const INTERACTION_CONSULTATIONS_ROUNDS: usize = 44;
    const INTERACTION_CONSULTATIONS_OPINIONS: usize = 45;
    const INTERACTION_CONSULTATIONS_PUBLISHED_RESULTS: usize = 46;
    const INTERACTION_INTERVIEWS: usize = 47;
    const INTERACTION_INTERVIEWS_ROUNDS: usize = 48;
    const INTERACTION_INTERVIEWS_QUESTIONS: usize = 49;
    const INTERACTION_INTERVIEWS_ANSWERS: usize = 50;
    const INTERACTION_SMART_QA: usize = 51;
    const SECURITY: usize = 52;
    const SECURITY_ASSESSMENTS: usize = 53;
    const SECURITY_PROBLEMS_FOUND: usize = 54;
    const SECURITY_PROBLEMS_FIXED: usize = 55;
    const SECURITY_MONITORING: usize = 56;
    const SECURITY_DRILLS: usize = 57;
    const SECURITY_RESPONSIBLE_PERSON: usize = 58;
    const NEW_MEDIA: usize = 59;
    const NEW_MEDIA_PRESENT: usize = 60;
    const NEW_MEDIA_WEIBO: usize = 61;
    const NEW_MEDIA_WEIBO_NAME: usize = 62;
    const NEW_MEDIA_WEIBO_POSTS: usize = 63;
    const NEW_MEDIA_WEIBO_FOLLOWERS: usize = 64;
    const NEW_MEDIA_WECHAT: usize = 65;
    const NEW_MEDIA_WECHAT_NAME: usize = 66;
    const NEW_MEDIA_WECHAT_POSTS: usize = 67;
    const NEW_MEDIA_WECHAT_SUBSCRIBERS: usize = 68;
    const NEW_MEDIA_OTHER: usize = 69;
    const INNOVATION: usize = 70;
    const INNOVATION_FEATURES: usize = 71;
    const INNOVATION_OTHER_TEXT: usize = 72;
    const SIGNATURE: usize = 73;
    const SIGNATURE_HEAD: usize = 74;
    const SIGNATURE_REVIEWER: usize = 75;
    const SIGNATURE_PREPARER: usize = 76;
    const SIGNATURE_PHONE: usize = 77;
    const SIGNATURE_DATE: usize = 78;
    static FORM: Form = Form {
        id: "gov-website-work",
        edition: 2019,
        revision: 1,
        absent: Some("无"),
        members: &[
            Member::new(
                "year",
                Place::of("/year", "年度", None, Some("年"), false),
                None,
                Kind::Year {
                    from: 2019,
                    to: Some(2019),
                },
            ),
            Member::new(
                "reporting_unit",
                Place::of("/reporting_unit", "填报单位", None, None, false),
                None,
                Kind::Text {
                    rules: TextRules::LINE,
                    pattern: None,
                },
            ),
            Member::new(
                "basics",
                Place::of("/basics", "基本信息", Some("一"), None, false),
                None,
                Kind::Group {
                    end: 12,
                    by_name: &[],
                },
            ),
            Member::new(
                "basics.site_name",
                Place::of(
                    "/basics/site_name",
                    "基本信息 › 网站名称",
                    Some("一.1"),
                    None,
                    false,
                ),
                Some(BASICS),
                Kind::Text {
                    rules: TextRules::LINE,
                    pattern: Some(&SITE_NAME_PATTERN),
                },
            ),
            Member::new(
                "basics.home_url",
                Place::of(
                    "/basics/home_url",
                    "基本信息 › 首页网址",
                    Some("一.2"),
                    None,
                    false,
                ),
                Some(BASICS),
                Kind::Url,
            ),
            Member::new(
                "basics.sponsor",
                Place::of(
                    "/basics/sponsor",
                    "基本信息 › 主办单位",
                    Some("一.3"),
                    None,
                    false,
                ),
                Some(BASICS),
                Kind::Text {
                    rules: TextRules::LINE,
                    pattern: None,
                },
            ),
            Member::new(
                "basics.site_kind",
                Place::of(
                    "/basics/site_kind",
                    "基本信息 › 网站类型",
                    Some("一.4"),
                    None,
                    false,
                ),
                Some(BASICS),
                Kind::Choice(
                    &[
                        ("portal", "政府门户网站"),
                        ("department", "部门网站"),
                        ("special", "专项网站"),
                    ],
                ),
            ),
            Member::new(
                "basics.site_code",
                Place::of(
                    "/basics/site_code",
                    "基本信息 › 政府网站标识码",
                    Some("一.5"),
                    None,
                    false,
                ),
                Some(BASICS),
                Kind::Text {
                    rules: TextRules::LINE,
                    pattern: Some(&SITE_CODE_PATTERN),
                },
            ),
            Member::new(
                "basics.icp_number",
                Place::of(
                    "/basics/icp_number",
                    "基本信息 › ICP备案号",
                    Some("一.6"),
                    None,
                    false,
                ),
                Some(BASICS),
                Kind::Text {
                    rules: TextRules::LINE,
                    pattern: Some(&ICP_NUMBER_PATTERN),
                },
            ),
            Member::new(
                "basics.police_number",
                Place::of(
                    "/basics/police_number",
                    "基本信息 › 公安机关备案号",
                    Some("一.7"),
                    None,
                    false,
                ),
                Some(BASICS),
                Kind::Text {
                    rules: TextRules::LINE,
                    pattern: Some(&POLICE_NUMBER_PATTERN),
                },
            ),
            Member::new(
                "basics.unique_visitors",
                Place::of(
                    "/basics/unique_visitors",
                    "基本信息 › 独立用户访问总量",
                    Some("一.8"),
                    Some("个"),
                    false,
                ),
                Some(BASICS),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "basics.page_views",
                Place::of(
                    "/basics/page_views",
                    "基本信息 › 网站总访问量",
                    Some("一.9"),
                    Some("次"),
                    false,
                ),
                Some(BASICS),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "info_release",
                Place::of("/info_release", "信息发布", Some("二"), None, false),
                None,
                Kind::Group {
                    end: 17,
                    by_name: &[],
                },
            ),
            Member::new(
                "info_release.total",
                Place::of(
                    "/info_release/total",
                    "信息发布 › 总数",
                    Some("二.1"),
                    Some("条"),
                    false,
                ),
                Some(INFO_RELEASE),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "info_release.overview",
                Place::of(
                    "/info_release/overview",
                    "信息发布 › 概况类信息更新量",
                    Some("二.2"),
                    Some("条"),
                    false,
                ),
                Some(INFO_RELEASE),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "info_release.dynamics",
                Place::of(
                    "/info_release/dynamics",
                    "信息发布 › 政务动态信息更新量",
                    Some("二.3"),
                    Some("条"),
                    false,
                ),
                Some(INFO_RELEASE),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "info_release.catalog",
                Place::of(
                    "/info_release/catalog",
                    "信息发布 › 信息公开目录信息更新量",
                    Some("二.4"),
                    Some("条"),
                    false,
                ),
                Some(INFO_RELEASE),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "special_columns",
                Place::of("/special_columns", "专栏专题", Some("三"), None, false),
                None,
                Kind::Group {
                    end: 20,
                    by_name: &[],
                },
            ),
            Member::new(
                "special_columns.maintained",
                Place::of(
                    "/special_columns/maintained",
                    "专栏专题 › 维护数量",
                    Some("三.1"),
                    Some("个"),
                    false,
                ),
                Some(SPECIAL_COLUMNS),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "special_columns.newly_opened",
                Place::of(
                    "/special_columns/newly_opened",
                    "专栏专题 › 新开设数量",
                    Some("三.2"),
                    Some("个"),
                    false,
                ),
                Some(SPECIAL_COLUMNS),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "interpretation",
                Place::of("/interpretation", "解读回应", Some("四"), None, false),
                None,
                Kind::Group {
                    end: 27,
                    by_name: &[],
                },
            ),
            Member::new(
                "interpretation.releases",
                Place::of(
                    "/interpretation/releases",
                    "解读回应 › 解读信息发布",
                    Some("四.1"),
                    None,
                    false,
                ),
                Some(INTERPRETATION),
                Kind::Group {
                    end: 26,
                    by_name: &[],
                },
            ),
            Member::new(
                "interpretation.releases.total",
                Place::of(
                    "/interpretation/releases/total",
                    "解读回应 › 解读信息发布 › 总数",
                    Some("四.1（1）"),
                    Some("条"),
                    false,
                ),
                Some(INTERPRETATION_RELEASES),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "interpretation.releases.articles",
                Place::of(
                    "/interpretation/releases/articles",
                    "解读回应 › 解读信息发布 › 解读材料数量",
                    Some("四.1（2）"),
                    Some("条"),
                    false,
                ),
                Some(INTERPRETATION_RELEASES),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "interpretation.releases.products",
                Place::of(
                    "/interpretation/releases/products",
                    "解读回应 › 解读信息发布 › 解读产品数量",
                    Some("四.1（3）"),
                    Some("个"),
                    false,
                ),
                Some(INTERPRETATION_RELEASES),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "interpretation.releases.media_comments",
                Place::of(
                    "/interpretation/releases/media_comments",
                    "解读回应 › 解读信息发布 › 媒体评论文章数量",
                    Some("四.1（4）"),
                    Some("篇"),
                    false,
                ),
                Some(INTERPRETATION_RELEASES),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "interpretation.responses",
                Place::of(
                    "/interpretation/responses",
                    "解读回应 › 回应公众关注热点或重大舆情数量",
                    Some("四.2"),
                    Some("次"),
                    false,
                ),
                Some(INTERPRETATION),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "services",
                Place::of("/services", "办事服务", Some("五"), None, false),
                None,
                Kind::Group {
                    end: 36,
                    by_name: &[],
                },
            ),
            Member::new(
                "services.catalog_published",
                Place::of(
                    "/services/catalog_published",
                    "办事服务 › 是否发布服务事项目录",
                    Some("五.1"),
                    None,
                    false,
                ),
                Some(SERVICES),
                Kind::Flag,
            ),
            Member::new(
                "services.registered_users",
                Place::of(
                    "/services/registered_users",
                    "办事服务 › 注册用户数",
                    Some("五.2"),
                    Some("个"),
                    false,
                ),
                Some(SERVICES),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "services.items",
                Place::of(
                    "/services/items",
                    "办事服务 › 政务服务事项数量",
                    Some("五.3"),
                    Some("项"),
                    false,
                ),
                Some(SERVICES),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "services.fully_online_items",
                Place::of(
                    "/services/fully_online_items",
                    "办事服务 › 可全程在线办理政务服务事项数量",
                    Some("五.4"),
                    Some("项"),
                    false,
                ),
                Some(SERVICES),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "services.cases",
                Place::of(
                    "/services/cases",
                    "办事服务 › 办件量",
                    Some("五.5"),
                    None,
                    false,
                ),
                Some(SERVICES),
                Kind::Group {
                    end: 36,
                    by_name: &[],
                },
            ),
            Member::new(
                "services.cases.total",
                Place::of(
                    "/services/cases/total",
                    "办事服务 › 办件量 › 总数",
                    Some("五.5（1）"),
                    Some("件"),
                    false,
                ),
                Some(SERVICES_CASES),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "services.cases.natural_persons",
                Place::of(
                    "/services/cases/natural_persons",
                    "办事服务 › 办件量 › 自然人办件量",
                    Some("五.5（2）"),
                    Some("件"),
                    false,
                ),
                Some(SERVICES_CASES),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "services.cases.legal_persons",
                Place::of(
                    "/services/cases/legal_persons",
                    "办事服务 › 办件量 › 法人办件量",
                    Some("五.5（3）"),
                    Some("件"),
                    false,
                ),
                Some(SERVICES_CASES),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "interaction",
                Place::of("/interaction", "互动交流", Some("六"), None, false),
                None,
                Kind::Group {
                    end: 52,
                    by_name: &[],
                },
            ),
            Member::new(
                "interaction.unified_platform",
                Place::of(
                    "/interaction/unified_platform",
                    "互动交流 › 是否使用统一平台",
                    Some("六.1"),
                    None,
                    false,
                ),
                Some(INTERACTION),
                Kind::Flag,
            ),
            Member::new(
                "interaction.messages",
                Place::of(
                    "/interaction/messages",
                    "互动交流 › 留言办理",
                    Some("六.2"),
                    None,
                    false,
                ),
                Some(INTERACTION),
                Kind::Group {
                    end: 43,
                    by_name: &[],
                },
            ),
            Member::new(
                "interaction.messages.received",
                Place::of(
                    "/interaction/messages/received",
                    "互动交流 › 留言办理 › 收到留言数量",
                    Some("六.2（1）"),
                    Some("条"),
                    false,
                ),
                Some(INTERACTION_MESSAGES),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "interaction.messages.closed",
                Place::of(
                    "/interaction/messages/closed",
                    "互动交流 › 留言办理 › 办结留言数量",
                    Some("六.2（2）"),
                    Some("条"),
                    false,
                ),
                Some(INTERACTION_MESSAGES),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "interaction.messages.average_days",
                Place::of(
                    "/interaction/messages/average_days",
                    "互动交流 › 留言办理 › 平均办理时间",
                    Some("六.2（3）"),
                    Some("天"),
                    false,
                ),
                Some(INTERACTION_MESSAGES),
                Kind::Number {
                    places: 2,
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "interaction.messages.published_replies",
                Place::of(
                    "/interaction/messages/published_replies",
                    "互动交流 › 留言办理 › 公开答复数量",
                    Some("六.2（4）"),
                    Some("条"),
                    false,
                ),
                Some(INTERACTION_MESSAGES),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "interaction.consultations",
                Place::of(
                    "/interaction/consultations",
                    "互动交流 › 征集调查",
                    Some("六.3"),
                    None,
                    false,
                ),
                Some(INTERACTION),
                Kind::Group {
                    end: 47,
                    by_name: &[],
                },
            ),
            Member::new(
                "interaction.consultations.rounds",
                Place::of(
                    "/interaction/consultations/rounds",
                    "互动交流 › 征集调查 › 征集调查期数",
                    Some("六.3（1）"),
                    Some("期"),
                    false,
                ),
                Some(INTERACTION_CONSULTATIONS),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "interaction.consultations.opinions",
                Place::of(
                    "/interaction/consultations/opinions",
                    "互动交流 › 征集调查 › 收到意见数量",
                    Some("六.3（2）"),
                    Some("条"),
                    false,
                ),
                Some(INTERACTION_CONSULTATIONS),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "interaction.consultations.published_results",
                Place::of(
                    "/interaction/consultations/published_results",
                    "互动交流 › 征集调查 › 公布调查结果期数",
                    Some("六.3（3）"),
                    Some("期"),
                    false,
                ),
                Some(INTERACTION_CONSULTATIONS),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "interaction.interviews",
                Place::of(
                    "/interaction/interviews",
                    "互动交流 › 在线访谈",
                    Some("六.4"),
                    None,
                    false,
                ),
                Some(INTERACTION),
                Kind::Group {
                    end: 51,
                    by_name: &[],
                },
            ),
            Member::new(
                "interaction.interviews.rounds",
                Place::of(
                    "/interaction/interviews/rounds",
                    "互动交流 › 在线访谈 › 访谈期数",
                    Some("六.4（1）"),
                    Some("期"),
                    false,
                ),
                Some(INTERACTION_INTERVIEWS),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "interaction.interviews.questions",
                Place::of(
                    "/interaction/interviews/questions",
                    "互动交流 › 在线访谈 › 网民留言数量",
                    Some("六.4（2）"),
                    Some("条"),
                    false,
                ),
                Some(INTERACTION_INTERVIEWS),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "interaction.interviews.answers",
                Place::of(
                    "/interaction/interviews/answers",
                    "互动交流 › 在线访谈 › 答复网民提问数量",
                    Some("六.4（3）"),
                    Some("条"),
                    false,
                ),
                Some(INTERACTION_INTERVIEWS),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "interaction.smart_qa",
                Place::of(
                    "/interaction/smart_qa",
                    "互动交流 › 是否提供智能问答",
                    Some("六.5"),
                    None,
                    false,
                ),
                Some(INTERACTION),
                Kind::Flag,
            ),
            Member::new(
                "security",
                Place::of("/security", "安全防护", Some("七"), None, false),
                None,
                Kind::Group {
                    end: 59,
                    by_name: &[],
                },
            ),
            Member::new(
                "security.assessments",
                Place::of(
                    "/security/assessments",
                    "安全防护 › 安全检测评估次数",
                    Some("七.1"),
                    Some("次"),
                    false,
                ),
                Some(SECURITY),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "security.problems_found",
                Place::of(
                    "/security/problems_found",
                    "安全防护 › 发现问题数量",
                    Some("七.2"),
                    Some("个"),
                    false,
                ),
                Some(SECURITY),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "security.problems_fixed",
                Place::of(
                    "/security/problems_fixed",
                    "安全防护 › 问题整改数量",
                    Some("七.3"),
                    Some("个"),
                    false,
                ),
                Some(SECURITY),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "security.monitoring",
                Place::of(
                    "/security/monitoring",
                    "安全防护 › 是否建立安全监测预警机制",
                    Some("七.4"),
                    None,
                    false,
                ),
                Some(SECURITY),
                Kind::Flag,
            ),
            Member::new(
                "security.drills",
                Place::of(
                    "/security/drills",
                    "安全防护 › 是否开展应急演练",
                    Some("七.5"),
                    None,
                    false,
                ),
                Some(SECURITY),
                Kind::Flag,
            ),
            Member::new(
                "security.responsible_person",
                Place::of(
                    "/security/responsible_person",
                    "安全防护 › 是否明确网站安全责任人",
                    Some("七.6"),
                    None,
                    false,
                ),
                Some(SECURITY),
                Kind::Flag,
            ),
            Member::new(
                "new_media",
                Place::of("/new_media", "移动新媒体", Some("八"), None, false),
                None,
                Kind::Group {
                    end: 70,
                    by_name: &[],
                },
            ),
            Member::new(
                "new_media.present",
                Place::of(
                    "/new_media/present",
                    "移动新媒体 › 是否有移动新媒体",
                    Some("八.1"),
                    None,
                    false,
                ),
                Some(NEW_MEDIA),
                Kind::Flag,
            ),
            Member::new(
                "new_media.weibo",
                Place::of(
                    "/new_media/weibo",
                    "移动新媒体 › 微博",
                    Some("八.2"),
                    None,
                    true,
                ),
                Some(NEW_MEDIA),
                Kind::Group {
                    end: 65,
                    by_name: &[],
                },
            ),
            Member::new(
                "new_media.weibo.name",
                Place::of(
                    "/new_media/weibo/name",
                    "移动新媒体 › 微博 › 名称",
                    Some("八.2（1）"),
                    None,
                    false,
                ),
                Some(NEW_MEDIA_WEIBO),
                Kind::Text {
                    rules: TextRules::LINE,
                    pattern: None,
                },
            ),
            Member::new(
                "new_media.weibo.posts",
                Place::of(
                    "/new_media/weibo/posts",
                    "移动新媒体 › 微博 › 信息发布量",
                    Some("八.2（2）"),
                    Some("条"),
                    false,
                ),
                Some(NEW_MEDIA_WEIBO),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "new_media.weibo.followers",
                Place::of(
                    "/new_media/weibo/followers",
                    "移动新媒体 › 微博 › 关注量",
                    Some("八.2（3）"),
                    Some("个"),
                    false,
                ),
                Some(NEW_MEDIA_WEIBO),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "new_media.wechat",
                Place::of(
                    "/new_media/wechat",
                    "移动新媒体 › 微信",
                    Some("八.3"),
                    None,
                    true,
                ),
                Some(NEW_MEDIA),
                Kind::Group {
                    end: 69,
                    by_name: &[],
                },
            ),
            Member::new(
                "new_media.wechat.name",
                Place::of(
                    "/new_media/wechat/name",
                    "移动新媒体 › 微信 › 名称",
                    Some("八.3（1）"),
                    None,
                    false,
                ),
                Some(NEW_MEDIA_WECHAT),
                Kind::Text {
                    rules: TextRules::LINE,
                    pattern: None,
                },
            ),
            Member::new(
                "new_media.wechat.posts",
                Place::of(
                    "/new_media/wechat/posts",
                    "移动新媒体 › 微信 › 信息发布量",
                    Some("八.3（2）"),
                    Some("条"),
                    false,
                ),
                Some(NEW_MEDIA_WECHAT),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "new_media.wechat.subscribers",
                Place::of(
                    "/new_media/wechat/subscribers",
                    "移动新媒体 › 微信 › 订阅数",
                    Some("八.3（3）"),
                    Some("个"),
                    false,
                ),
                Some(NEW_MEDIA_WECHAT),
                Kind::Count {
                    min: 0,
                    max: 9007199254740991,
                },
            ),
            Member::new(
                "new_media.other",
                Place::of(
                    "/new_media/other",
                    "移动新媒体 › 其他",
                    Some("八.4"),
                    None,
                    true,
                ),
                Some(NEW_MEDIA),
                Kind::Text {
                    rules: TextRules::LINE,
                    pattern: None,
                },
            ),
            Member::new(
                "innovation",
                Place::of("/innovation", "创新发展", Some("九"), None, false),
                None,
                Kind::Group {
                    end: 73,
                    by_name: &[],
                },
            ),
            Member::new(
                "innovation.features",
                Place::of(
                    "/innovation/features",
                    "创新发展",
                    Some("九"),
                    None,
                    false,
                ),
                Some(INNOVATION),
                Kind::Choices(
                    &[
                        ("search_as_service", "搜索即服务"),
                        ("multilingual", "多语言版本"),
                        ("accessible", "无障碍浏览"),
                        ("personalized", "千人千网"),
                        ("other", "其他"),
                    ],
                ),
            ),
            Member::new(
                "innovation.other_text",
                Place::of(
                    "/innovation/other_text",
                    "创新发展 › 其他",
                    Some("九"),
                    None,
                    true,
                ),
                Some(INNOVATION),
                Kind::Text {
                    rules: TextRules {
                        min_length: 1,
                        max_length: Some(200),
                        many_lines: false,
                    },
                    pattern: None,
                },
            ),
            Member::new(
                "signature",
                Place::of(
                    "/signature",
                    "单位负责人、审核人等",
                    None,
                    None,
                    false,
                ),
                None,
                Kind::Group {
                    end: 79,
                    by_name: &[],
                },
            ),
            Member::new(
                "signature.head",
                Place::of("/signature/head", "单位负责人", None, None, false),
                Some(SIGNATURE),
                Kind::Text {
                    rules: TextRules::LINE,
                    pattern: None,
                },
            ),
            Member::new(
                "signature.reviewer",
                Place::of("/signature/reviewer", "审核人", None, None, false),
                Some(SIGNATURE),
                Kind::Text {
                    rules: TextRules::LINE,
                    pattern: None,
                },
            ),
            Member::new(
                "signature.preparer",
                Place::of("/signature/preparer", "填报人", None, None, false),
                Some(SIGNATURE),
                Kind::Text {
                    rules: TextRules::LINE,
                    pattern: None,
                },
            ),
            Member::new(
                "signature.phone",
                Place::of("/signature/phone", "联系电话", None, None, false),
                Some(SIGNATURE),
                Kind::Text {
                    rules: TextRules::LINE,
                    pattern: None,
                },
            ),
            Member::new(
                "signature.date",
                Place::of("/signature/date", "填报日期", None, None, false),
                Some(SIGNATURE),
                Kind::Date,
            ),
        ],
        rules: RULES,
        withdrawn: &[],
        by_name: &[],
    };
    /// `[一-鿿]`
    static SITE_NAME_PATTERN: Pattern = Pattern {
        message: "应是中文名称",
        dfa: Dfa {
            classes: classes(
                &[(0, 0), (128, 1), (184, 2), (192, 0), (228, 3), (229, 4), (234, 0)],
            ),
            width: 5,
            next: &[
                0, 0, 0, 0, 0, 1, 1, 1, 2, 3, 1, 1, 4, 2, 3, 1, 4, 4, 2, 3, 1, 8, 8, 2,
                3, 1, 1, 1, 2, 3, 1, 1, 4, 2, 3, 1, 4, 4, 2, 3, 5, 5, 5, 6, 7,
            ],
            start: 1,
            accepting: 8,
            part: true,
        },
    };
    /// `^(?:[0-9]{10}|bm[0-9]{8})$`
    static SITE_CODE_PATTERN: Pattern = Pattern {
        message: "应是 10 位数字，国务院部门是 bm 加 8 位数字，形如“1100000088”",
        dfa: Dfa {
            classes: classes(
                &[(0, 0), (48, 1), (58, 0), (98, 2), (99, 0), (109, 3), (110, 0)],
            ),
            width: 4,
            next: &[
                0, 0, 0, 0, 0, 2, 3, 0, 0, 4, 0, 0, 0, 0, 0, 4, 0, 5, 0, 0, 0, 6, 0, 0,
                0, 7, 0, 0, 0, 8, 0, 0, 0, 9, 0, 0, 0, 10, 0, 0, 0, 11, 0, 0, 0, 12, 0,
                0, 0, 0, 0, 0,
            ],
            start: 1,
            accepting: 12,
            part: false,
        },
    };
    /// `^(?:[一-鿿]ICP备([0-9]{8}|[0-9]{10})(号(-[0-9]{1,2})?)?)$`
    static ICP_NUMBER_PATTERN: Pattern = Pattern {
        message: "应形如“京ICP备05060933”",
        dfa: Dfa {
            classes: classes(
                &[
                    (0, 0),
                    (45, 1),
                    (46, 0),
                    (48, 2),
                    (58, 0),
                    (67, 3),
                    (68, 0),
                    (73, 4),
                    (74, 0),
                    (80, 5),
                    (81, 0),
                    (128, 6),
                    (135, 7),
                    (136, 6),
                    (143, 8),
                    (144, 6),
                    (164, 9),
                    (165, 6),
                    (183, 10),
                    (184, 11),
                    (192, 0),
                    (228, 12),
                    (229, 13),
                    (230, 14),
                    (234, 0),
                ],
            ),
            width: 15,
            next: &[
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 2, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 4, 4, 4, 4, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 5, 5, 5, 5, 5,
                0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 13, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 15, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 17, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 18, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 23, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                24, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 21, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 0, 0, 0, 0, 0, 0, 26, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 19, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 22, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 27, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            ],
            start: 1,
            accepting: 23,
            part: false,
        },
    };
    /// `^(?:([一-鿿]公网安备 ?)?[0-9]{12}([0-9]{2})?号?)$`
    static POLICE_NUMBER_PATTERN: Pattern = Pattern {
        message: "应形如“京公网安备110105000722”",
        dfa: Dfa {
            classes: classes(
                &[
                    (0, 0),
                    (32, 1),
                    (33, 0),
                    (48, 2),
                    (58, 0),
                    (128, 3),
                    (133, 4),
                    (134, 3),
                    (135, 5),
                    (136, 3),
                    (137, 6),
                    (138, 3),
                    (143, 7),
                    (144, 3),
                    (145, 8),
                    (146, 3),
                    (164, 9),
                    (165, 3),
                    (172, 10),
                    (173, 3),
                    (174, 11),
                    (175, 3),
                    (183, 12),
                    (184, 13),
                    (189, 14),
                    (190, 13),
                    (192, 0),
                    (228, 15),
                    (229, 16),
                    (230, 17),
                    (231, 18),
                    (232, 17),
                    (234, 0),
                ],
            ),
            width: 19,
            next: &[
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 4, 4, 4, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 6,
                0, 0, 0, 0, 0, 0, 0, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 0, 0, 0, 0, 0,
                0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 8, 8,
                8, 8, 8, 8, 8, 8, 8, 8, 8, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                10, 0, 0, 0, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 13, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 14, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16, 0, 0, 17,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 18, 0, 0, 0, 0, 0, 0, 19, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 21, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 22, 0, 0, 0, 0, 23, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 24, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 33, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 25, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 0, 34, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 29, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 35, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 31,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 32, 2, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 27, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 27, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            ],
            start: 1,
            accepting: 33,
            part: false,
        },
    };
    /// `^(?:[一-鿿]公网安备 ?[0-9]{12}([0-9]{2})?号?)$`
    static POLICE_FULL_PATTERN: Pattern = Pattern {
        message: "应形如“京公网安备110105000722”",
        dfa: Dfa {
            classes: classes(
                &[
                    (0, 0),
                    (32, 1),
                    (33, 0),
                    (48, 2),
                    (58, 0),
                    (128, 3),
                    (133, 4),
                    (134, 3),
                    (135, 5),
                    (136, 3),
                    (137, 6),
                    (138, 3),
                    (143, 7),
                    (144, 3),
                    (145, 8),
                    (146, 3),
                    (164, 9),
                    (165, 3),
                    (172, 10),
                    (173, 3),
                    (174, 11),
                    (175, 3),
                    (183, 12),
                    (184, 13),
                    (189, 14),
                    (190, 13),
                    (192, 0),
                    (228, 15),
                    (229, 16),
                    (230, 17),
                    (231, 18),
                    (232, 17),
                    (234, 0),
                ],
            ),
            width: 19,
            next: &[
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 4, 4, 0, 0, 0, 0, 0, 0, 0, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
                0, 0, 0, 0, 0, 0, 0, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 7, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 13,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 15, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 17, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 18, 19, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 19, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 21, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 22, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 23, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 24, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 25, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 26, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 27, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 29, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 33, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 34, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 32, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 35, 0, 0, 0,
                0, 0, 0, 0, 0, 30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 31, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 31, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            ],
            start: 1,
            accepting: 33,
            part: false,
        },
    };
    /// `^(?:(https?://)?([0-9A-Za-z-]+\.)+gov\.cn(:[0-9]{1,5})?([/?#][^ ]*)?)$`
    static GOV_HOST_PATTERN: Pattern = Pattern {
        message: "应使用以 .gov.cn 结尾的域名，形如“http://www.beijing.gov.cn”",
        dfa: Dfa {
            classes: classes(
                &[
                    (0, 0),
                    (32, 1),
                    (33, 0),
                    (35, 2),
                    (36, 0),
                    (45, 3),
                    (46, 4),
                    (47, 5),
                    (48, 6),
                    (58, 7),
                    (59, 0),
                    (63, 2),
                    (64, 0),
                    (65, 3),
                    (91, 0),
                    (97, 3),
                    (99, 8),
                    (100, 3),
                    (103, 9),
                    (104, 10),
                    (105, 3),
                    (110, 11),
                    (111, 12),
                    (112, 13),
                    (113, 3),
                    (115, 14),
                    (116, 15),
                    (117, 3),
                    (118, 16),
                    (119, 3),
                    (123, 0),
                    (128, 17),
                    (144, 18),
                    (160, 19),
                    (192, 1),
                    (194, 20),
                    (224, 21),
                    (225, 22),
                    (237, 23),
                    (238, 22),
                    (240, 24),
                    (241, 25),
                    (244, 26),
                    (245, 1),
                ],
            ),
            width: 27,
            next: &[
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 2, 0, 0, 2, 0, 2, 2, 3, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 4, 0, 2, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 4, 0, 2, 0, 2, 2, 2, 2, 2, 2, 2,
                5, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 2, 0, 2, 6, 2, 2,
                2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 4, 0, 2, 0, 2,
                2, 2, 2, 2, 2, 2, 7, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 4, 0,
                2, 0, 2, 2, 2, 2, 8, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                2, 4, 0, 2, 0, 2, 2, 2, 2, 2, 9, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 2, 4, 0, 2, 0, 2, 2, 2, 2, 2, 2, 2, 2, 10, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 2, 4, 0, 2, 11, 2, 2, 2, 2, 2, 2, 12, 2, 2, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 13, 0, 2, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 14, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 4, 0, 2, 11, 2, 2, 2, 2,
                2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 2, 0, 15,
                6, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                2, 4, 0, 2, 0, 2, 2, 2, 25, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 2, 0, 0, 2, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 27, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 26,
                26, 26, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 18, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 18, 18, 18, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 18, 18, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 20, 20, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 26, 2, 4, 26, 2, 17, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 26, 0, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26,
                26, 26, 26, 26, 26, 0, 0, 0, 18, 19, 20, 21, 22, 23, 24, 0, 0, 26, 0, 0,
                26, 28, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                26, 0, 0, 26, 29, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 26, 0, 0, 26, 30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 26, 0, 0, 26, 31, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 26, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            ],
            start: 1,
            accepting: 25,
            part: false,
        },
    };
    /// `^(?:1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8})$`
    static PHONE_PATTERN: Pattern = Pattern {
        message: "应是手机号，或者带区号的电话号码，形如“010-12345678”",
        dfa: Dfa {
            classes: classes(
                &[(0, 0), (45, 1), (46, 0), (48, 2), (49, 3), (50, 4), (51, 5), (58, 0)],
            ),
            width: 6,
            next: &[
                0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 0, 0, 0, 0, 4, 4, 4, 4, 0, 0, 0, 0, 0, 5,
                0, 0, 6, 6, 6, 6, 0, 0, 7, 7, 7, 7, 0, 8, 9, 9, 9, 9, 0, 0, 10, 10, 10,
                10, 0, 0, 11, 11, 11, 11, 0, 8, 12, 12, 12, 12, 0, 0, 13, 13, 13, 13, 0,
                0, 14, 14, 14, 14, 0, 0, 15, 15, 15, 15, 0, 0, 16, 16, 16, 16, 0, 0, 17,
                17, 17, 17, 0, 0, 18, 18, 18, 18, 0, 0, 19, 19, 19, 19, 0, 0, 20, 20, 20,
                20, 0, 0, 21, 21, 21, 21, 0, 0, 22, 22, 22, 22, 0, 0, 23, 23, 23, 23, 0,
                0, 24, 24, 24, 24, 0, 0, 25, 25, 25, 25, 0, 0, 26, 26, 26, 26, 0, 0, 28,
                28, 28, 28, 0, 0, 27, 27, 27, 27, 0, 0, 29, 29, 29, 29, 0, 0, 30, 30, 30,
                30, 0, 0, 29, 29, 29, 29, 0, 0, 30, 30, 30, 30, 0, 0, 0, 0, 0, 0,
            ],
            start: 1,
            accepting: 28,
            part: false,
        },
    };
    static RULES: &[Rule] = &[
        Rule {
            id: "basics.visits",
            title: "用户数与访问量",
            sentence: "独立用户访问总量不应大于网站总访问量",
            at: BASICS_UNIQUE_VISITORS,
            severity: Severity::Error,
            mentions: &[this(BASICS_UNIQUE_VISITORS), this(BASICS_PAGE_VIEWS)],
            reads: &[this(BASICS_UNIQUE_VISITORS), this(BASICS_PAGE_VIEWS)],
            holds: |report, _| {
                report.number(BASICS_UNIQUE_VISITORS) <= report.number(BASICS_PAGE_VIEWS)
            },
            message: |report, _| join(
                &[
                    "独立用户访问总量不应大于网站总访问量",
                    "：独立用户访问总量 ",
                    &report.show(BASICS_UNIQUE_VISITORS),
                    "，网站总访问量 ",
                    &report.show(BASICS_PAGE_VIEWS),
                ],
            ),
            advice: None,
            fix: None,
        },
        Rule {
            id: "basics.home_url.scheme",
            title: "首页网址的开头",
            sentence: "首页网址应以“http://”或“https://”开头",
            at: BASICS_HOME_URL,
            severity: Severity::Warning,
            mentions: &[this(BASICS_HOME_URL)],
            reads: &[this(BASICS_HOME_URL)],
            holds: |report, _| {
                report.text(BASICS_HOME_URL).starts_with("http://")
                    || report.text(BASICS_HOME_URL).starts_with("https://")
            },
            message: |report, _| join(
                &[
                    "首页网址应以 http:// 或 https:// 开头，现填“",
                    &report.show(BASICS_HOME_URL),
                    "”",
                ],
            ),
            advice: None,
            fix: Some(RuleFix::Set {
                safe: true,
                mentions: &[this(BASICS_HOME_URL)],
                reads: &[this(BASICS_HOME_URL)],
                value: |report, _| Setting::Text(
                    join(&["http://", report.text(BASICS_HOME_URL)]),
                ),
            }),
        },
        Rule {
            id: "basics.home_url.domain",
            title: "政府网站的域名",
            sentence: "首页网址应使用以 .gov.cn 结尾的域名，形如“http://www.beijing.gov.cn”",
            at: BASICS_HOME_URL,
            severity: Severity::Warning,
            mentions: &[this(BASICS_HOME_URL)],
            reads: &[this(BASICS_HOME_URL)],
            holds: |report, _| GOV_HOST_PATTERN.matches(report.text(BASICS_HOME_URL)),
            message: |report, _| join(
                &[
                    "首页网址应使用以 .gov.cn 结尾的域名，形如“http://www.beijing.gov.cn”",
                    "，现填“",
                    &report.show(BASICS_HOME_URL),
                    "”",
                ],
            ),
            advice: None,
            fix: None,
        },
        Rule {
            id: "basics.police_number.format",
            title: "公安机关备案号写全",
            sentence: "公安机关备案号应形如“京公网安备110105000722”",
            at: BASICS_POLICE_NUMBER,
            severity: Severity::Warning,
            mentions: &[this(BASICS_POLICE_NUMBER)],
            reads: &[this(BASICS_POLICE_NUMBER)],
            holds: |report, _| {
                POLICE_FULL_PATTERN.matches(report.text(BASICS_POLICE_NUMBER))
            },
            message: |report, _| join(
                &[
                    "公安机关备案号应形如“京公网安备110105000722”，现填“",
                    &report.show(BASICS_POLICE_NUMBER),
                    "”",
                ],
            ),
            advice: Some("省份简称取自 ICP备案号，请对照备案证明"),
            fix: Some(RuleFix::Set {
                safe: false,
                mentions: &[this(BASICS_ICP_NUMBER), this(BASICS_POLICE_NUMBER)],
                reads: &[this(BASICS_ICP_NUMBER), this(BASICS_POLICE_NUMBER)],
                value: |report, _| Setting::Text(
                    join(
                        &[
                            first(report.text(BASICS_ICP_NUMBER), 1),
                            "公网安备",
                            report.text(BASICS_POLICE_NUMBER),
                        ],
                    ),
                ),
            }),
        },
        Rule {
            id: "basics.sponsor.office",
            title: "门户网站的主办单位",
            sentence: "网站类型为“政府门户网站”时，主办单位应以“办公厅”或“办公室”结尾",
            at: BASICS_SPONSOR,
            severity: Severity::Hint,
            mentions: &[this(BASICS_SPONSOR), this(BASICS_SITE_KIND)],
            reads: &[this(BASICS_SPONSOR), this(BASICS_SITE_KIND)],
            holds: |report, _| {
                if report.choice(BASICS_SITE_KIND) == self::BasicsSiteKind::Portal as u16
                {
                    report.text(BASICS_SPONSOR).ends_with("办公厅")
                        || report.text(BASICS_SPONSOR).ends_with("办公室")
                } else {
                    true
                }
            },
            message: |report, _| join(
                &[
                    "门户网站的主办单位一般填到办公厅（室），现填“",
                    &report.show(BASICS_SPONSOR),
                    "”",
                ],
            ),
            advice: Some(
                "请核对全称；确实不是办公厅（室）的，不用改",
            ),
            fix: None,
        },
        Rule {
            id: "info_release.total.sum",
            title: "信息发布总数偏小",
            sentence: "总数不应小于概况类信息更新量、政务动态信息更新量与信息公开目录信息更新量之和",
            at: INFO_RELEASE_TOTAL,
            severity: Severity::Warning,
            mentions: &[
                this(INFO_RELEASE_TOTAL),
                this(INFO_RELEASE_OVERVIEW),
                this(INFO_RELEASE_DYNAMICS),
                this(INFO_RELEASE_CATALOG),
            ],
            reads: &[
                this(INFO_RELEASE_TOTAL),
                this(INFO_RELEASE_OVERVIEW),
                this(INFO_RELEASE_DYNAMICS),
                this(INFO_RELEASE_CATALOG),
            ],
            holds: |report, _| {
                report.number(INFO_RELEASE_TOTAL)
                    >= report.number(INFO_RELEASE_OVERVIEW)
                        + report.number(INFO_RELEASE_DYNAMICS)
                        + report.number(INFO_RELEASE_CATALOG)
            },
            message: |report, _| join(
                &[
                    "总数不应小于概况类信息更新量、政务动态信息更新量与信息公开目录信息更新量之和",
                    "：总数 ",
                    &report.show(INFO_RELEASE_TOTAL),
                    "，后三项之和 ",
                    &print_number(
                        report.number(INFO_RELEASE_OVERVIEW)
                            + report.number(INFO_RELEASE_DYNAMICS)
                            + report.number(INFO_RELEASE_CATALOG),
                        0,
                    ),
                ],
            ),
            advice: None,
            fix: Some(RuleFix::Set {
                safe: false,
                mentions: &[
                    this(INFO_RELEASE_OVERVIEW),
                    this(INFO_RELEASE_DYNAMICS),
                    this(INFO_RELEASE_CATALOG),
                ],
                reads: &[
                    this(INFO_RELEASE_OVERVIEW),
                    this(INFO_RELEASE_DYNAMICS),
                    this(INFO_RELEASE_CATALOG),
                ],
                value: |report, _| Setting::Whole(
                    report.number(INFO_RELEASE_OVERVIEW)
                        + report.number(INFO_RELEASE_DYNAMICS)
                        + report.number(INFO_RELEASE_CATALOG),
                ),
            }),
        },
        Rule {
            id: "info_release.total.more",
            title: "信息发布总数偏大",
            sentence: "总数不应大于概况类信息更新量、政务动态信息更新量与信息公开目录信息更新量之和",
            at: INFO_RELEASE_TOTAL,
            severity: Severity::Hint,
            mentions: &[
                this(INFO_RELEASE_TOTAL),
                this(INFO_RELEASE_OVERVIEW),
                this(INFO_RELEASE_DYNAMICS),
                this(INFO_RELEASE_CATALOG),
            ],
            reads: &[
                this(INFO_RELEASE_TOTAL),
                this(INFO_RELEASE_OVERVIEW),
                this(INFO_RELEASE_DYNAMICS),
                this(INFO_RELEASE_CATALOG),
            ],
            holds: |report, _| {
                report.number(INFO_RELEASE_TOTAL)
                    <= report.number(INFO_RELEASE_OVERVIEW)
                        + report.number(INFO_RELEASE_DYNAMICS)
                        + report.number(INFO_RELEASE_CATALOG)
            },
            message: |report, _| join(
                &[
                    "总数不应大于概况类信息更新量、政务动态信息更新量与信息公开目录信息更新量之和",
                    "：总数 ",
                    &report.show(INFO_RELEASE_TOTAL),
                    "，后三项之和 ",
                    &print_number(
                        report.number(INFO_RELEASE_OVERVIEW)
                            + report.number(INFO_RELEASE_DYNAMICS)
                            + report.number(INFO_RELEASE_CATALOG),
                        0,
                    ),
                ],
            ),
            advice: Some("总数里还有这三类以外的信息的，不用改"),
            fix: None,
        },
        Rule {
            id: "special_columns.new",
            title: "新开设的专栏专题",
            sentence: "新开设数量不应大于维护数量",
            at: SPECIAL_COLUMNS_NEWLY_OPENED,
            severity: Severity::Warning,
            mentions: &[
                this(SPECIAL_COLUMNS_MAINTAINED),
                this(SPECIAL_COLUMNS_NEWLY_OPENED),
            ],
            reads: &[
                this(SPECIAL_COLUMNS_MAINTAINED),
                this(SPECIAL_COLUMNS_NEWLY_OPENED),
            ],
            holds: |report, _| {
                report.number(SPECIAL_COLUMNS_NEWLY_OPENED)
                    <= report.number(SPECIAL_COLUMNS_MAINTAINED)
            },
            message: |report, _| join(
                &[
                    "新开设数量不应大于维护数量",
                    "：新开设数量 ",
                    &report.show(SPECIAL_COLUMNS_NEWLY_OPENED),
                    "，维护数量 ",
                    &report.show(SPECIAL_COLUMNS_MAINTAINED),
                ],
            ),
            advice: None,
            fix: None,
        },
        Rule {
            id: "interpretation.releases.total.sum",
            title: "解读信息合计",
            sentence: "总数应等于解读材料数量、解读产品数量与媒体评论文章数量之和",
            at: INTERPRETATION_RELEASES_TOTAL,
            severity: Severity::Error,
            mentions: &[
                this(INTERPRETATION_RELEASES_TOTAL),
                this(INTERPRETATION_RELEASES_ARTICLES),
                this(INTERPRETATION_RELEASES_PRODUCTS),
                this(INTERPRETATION_RELEASES_MEDIA_COMMENTS),
            ],
            reads: &[
                this(INTERPRETATION_RELEASES_TOTAL),
                this(INTERPRETATION_RELEASES_ARTICLES),
                this(INTERPRETATION_RELEASES_PRODUCTS),
                this(INTERPRETATION_RELEASES_MEDIA_COMMENTS),
            ],
            holds: |report, _| {
                report.number(INTERPRETATION_RELEASES_TOTAL)
                    == report.number(INTERPRETATION_RELEASES_ARTICLES)
                        + report.number(INTERPRETATION_RELEASES_PRODUCTS)
                        + report.number(INTERPRETATION_RELEASES_MEDIA_COMMENTS)
            },
            message: |report, _| join(
                &[
                    "总数应等于解读材料数量、解读产品数量与媒体评论文章数量之和",
                    "：总数 ",
                    &report.show(INTERPRETATION_RELEASES_TOTAL),
                    "，后三项之和 ",
                    &print_number(
                        report.number(INTERPRETATION_RELEASES_ARTICLES)
                            + report.number(INTERPRETATION_RELEASES_PRODUCTS)
                            + report.number(INTERPRETATION_RELEASES_MEDIA_COMMENTS),
                        0,
                    ),
                ],
            ),
            advice: None,
            fix: Some(RuleFix::Set {
                safe: false,
                mentions: &[
                    this(INTERPRETATION_RELEASES_ARTICLES),
                    this(INTERPRETATION_RELEASES_PRODUCTS),
                    this(INTERPRETATION_RELEASES_MEDIA_COMMENTS),
                ],
                reads: &[
                    this(INTERPRETATION_RELEASES_ARTICLES),
                    this(INTERPRETATION_RELEASES_PRODUCTS),
                    this(INTERPRETATION_RELEASES_MEDIA_COMMENTS),
                ],
                value: |report, _| Setting::Whole(
                    report.number(INTERPRETATION_RELEASES_ARTICLES)
                        + report.number(INTERPRETATION_RELEASES_PRODUCTS)
                        + report.number(INTERPRETATION_RELEASES_MEDIA_COMMENTS),
                ),
            }),
        },
        Rule {
            id: "services.items.online",
            title: "可全程在线办理的事项",
            sentence: "可全程在线办理政务服务事项数量不应大于政务服务事项数量",
            at: SERVICES_ITEMS,
            severity: Severity::Error,
            mentions: &[this(SERVICES_ITEMS), this(SERVICES_FULLY_ONLINE_ITEMS)],
            reads: &[this(SERVICES_ITEMS), this(SERVICES_FULLY_ONLINE_ITEMS)],
            holds: |report, _| {
                report.number(SERVICES_FULLY_ONLINE_ITEMS)
                    <= report.number(SERVICES_ITEMS)
            },
            message: |report, _| join(
                &[
                    "可全程在线办理政务服务事项数量不应大于政务服务事项数量",
                    "：可全程在线办理政务服务事项数量 ",
                    &report.show(SERVICES_FULLY_ONLINE_ITEMS),
                    "，政务服务事项数量 ",
                    &report.show(SERVICES_ITEMS),
                ],
            ),
            advice: None,
            fix: None,
        },
        Rule {
            id: "services.cases.total.sum",
            title: "办件量合计",
            sentence: "总数应等于自然人办件量与法人办件量之和",
            at: SERVICES_CASES_TOTAL,
            severity: Severity::Error,
            mentions: &[
                this(SERVICES_CASES_TOTAL),
                this(SERVICES_CASES_NATURAL_PERSONS),
                this(SERVICES_CASES_LEGAL_PERSONS),
            ],
            reads: &[
                this(SERVICES_CASES_TOTAL),
                this(SERVICES_CASES_NATURAL_PERSONS),
                this(SERVICES_CASES_LEGAL_PERSONS),
            ],
            holds: |report, _| {
                report.number(SERVICES_CASES_TOTAL)
                    == report.number(SERVICES_CASES_NATURAL_PERSONS)
                        + report.number(SERVICES_CASES_LEGAL_PERSONS)
            },
            message: |report, _| join(
                &[
                    "总数应等于自然人办件量与法人办件量之和",
                    "：总数 ",
                    &report.show(SERVICES_CASES_TOTAL),
                    "，后两项之和 ",
                    &print_number(
                        report.number(SERVICES_CASES_NATURAL_PERSONS)
                            + report.number(SERVICES_CASES_LEGAL_PERSONS),
                        0,
                    ),
                ],
            ),
            advice: None,
            fix: Some(RuleFix::Set {
                safe: false,
                mentions: &[
                    this(SERVICES_CASES_NATURAL_PERSONS),
                    this(SERVICES_CASES_LEGAL_PERSONS),
                ],
                reads: &[
                    this(SERVICES_CASES_NATURAL_PERSONS),
                    this(SERVICES_CASES_LEGAL_PERSONS),
                ],
                value: |report, _| Setting::Whole(
                    report.number(SERVICES_CASES_NATURAL_PERSONS)
                        + report.number(SERVICES_CASES_LEGAL_PERSONS),
                ),
            }),
        },
        Rule {
            id: "interaction.messages.closed.received",
            title: "办结的留言",
            sentence: "办结留言数量不应大于收到留言数量",
            at: INTERACTION_MESSAGES_CLOSED,
            severity: Severity::Warning,
            mentions: &[
                this(INTERACTION_MESSAGES_RECEIVED),
                this(INTERACTION_MESSAGES_CLOSED),
            ],
            reads: &[
                this(INTERACTION_MESSAGES_RECEIVED),
                this(INTERACTION_MESSAGES_CLOSED),
            ],
            holds: |report, _| {
                report.number(INTERACTION_MESSAGES_CLOSED)
                    <= report.number(INTERACTION_MESSAGES_RECEIVED)
            },
            message: |report, _| join(
                &[
                    "办结留言数量不应大于收到留言数量",
                    "：办结留言数量 ",
                    &report.show(INTERACTION_MESSAGES_CLOSED),
                    "，收到留言数量 ",
                    &report.show(INTERACTION_MESSAGES_RECEIVED),
                ],
            ),
            advice: Some("办结的留言里有上年转来的，请写明"),
            fix: None,
        },
        Rule {
            id: "interaction.messages.published.closed",
            title: "公开答复的留言",
            sentence: "公开答复数量不应大于办结留言数量",
            at: INTERACTION_MESSAGES_PUBLISHED_REPLIES,
            severity: Severity::Warning,
            mentions: &[
                this(INTERACTION_MESSAGES_CLOSED),
                this(INTERACTION_MESSAGES_PUBLISHED_REPLIES),
            ],
            reads: &[
                this(INTERACTION_MESSAGES_CLOSED),
                this(INTERACTION_MESSAGES_PUBLISHED_REPLIES),
            ],
            holds: |report, _| {
                report.number(INTERACTION_MESSAGES_PUBLISHED_REPLIES)
                    <= report.number(INTERACTION_MESSAGES_CLOSED)
            },
            message: |report, _| join(
                &[
                    "公开答复数量不应大于办结留言数量",
                    "：公开答复数量 ",
                    &report.show(INTERACTION_MESSAGES_PUBLISHED_REPLIES),
                    "，办结留言数量 ",
                    &report.show(INTERACTION_MESSAGES_CLOSED),
                ],
            ),
            advice: None,
            fix: None,
        },
        Rule {
            id: "interaction.messages.average",
            title: "没有留言却有办理时间",
            sentence: "收到留言数量与办结留言数量都为 0 时，平均办理时间应为 0",
            at: INTERACTION_MESSAGES_AVERAGE_DAYS,
            severity: Severity::Warning,
            mentions: &[
                this(INTERACTION_MESSAGES_RECEIVED),
                this(INTERACTION_MESSAGES_CLOSED),
                this(INTERACTION_MESSAGES_AVERAGE_DAYS),
            ],
            reads: &[
                this(INTERACTION_MESSAGES_RECEIVED),
                this(INTERACTION_MESSAGES_CLOSED),
                this(INTERACTION_MESSAGES_AVERAGE_DAYS),
            ],
            holds: |report, _| {
                if report.number(INTERACTION_MESSAGES_RECEIVED) == 0
                    && report.number(INTERACTION_MESSAGES_CLOSED) == 0
                {
                    report.number(INTERACTION_MESSAGES_AVERAGE_DAYS) == 0
                } else {
                    true
                }
            },
            message: |report, _| join(
                &[
                    "收到留言数量与办结留言数量都为 0 时，平均办理时间应为 0",
                    "，现填 ",
                    &report.show(INTERACTION_MESSAGES_AVERAGE_DAYS),
                ],
            ),
            advice: None,
            fix: None,
        },
        Rule {
            id: "interaction.consultations.published",
            title: "公布结果的期数",
            sentence: "公布调查结果期数不应大于征集调查期数",
            at: INTERACTION_CONSULTATIONS_PUBLISHED_RESULTS,
            severity: Severity::Warning,
            mentions: &[
                this(INTERACTION_CONSULTATIONS_ROUNDS),
                this(INTERACTION_CONSULTATIONS_PUBLISHED_RESULTS),
            ],
            reads: &[
                this(INTERACTION_CONSULTATIONS_ROUNDS),
                this(INTERACTION_CONSULTATIONS_PUBLISHED_RESULTS),
            ],
            holds: |report, _| {
                report.number(INTERACTION_CONSULTATIONS_PUBLISHED_RESULTS)
                    <= report.number(INTERACTION_CONSULTATIONS_ROUNDS)
            },
            message: |report, _| join(
                &[
                    "公布调查结果期数不应大于征集调查期数",
                    "：公布调查结果期数 ",
                    &report.show(INTERACTION_CONSULTATIONS_PUBLISHED_RESULTS),
                    "，征集调查期数 ",
                    &report.show(INTERACTION_CONSULTATIONS_ROUNDS),
                ],
            ),
            advice: Some("公布的结果里有上年征集调查的，请写明"),
            fix: None,
        },
        Rule {
            id: "interaction.consultations.none",
            title: "没有征集调查却有意见",
            sentence: "征集调查期数为 0 时，收到意见数量应为 0",
            at: INTERACTION_CONSULTATIONS_OPINIONS,
            severity: Severity::Warning,
            mentions: &[
                this(INTERACTION_CONSULTATIONS_ROUNDS),
                this(INTERACTION_CONSULTATIONS_OPINIONS),
            ],
            reads: &[
                this(INTERACTION_CONSULTATIONS_ROUNDS),
                this(INTERACTION_CONSULTATIONS_OPINIONS),
            ],
            holds: |report, _| {
                if report.number(INTERACTION_CONSULTATIONS_ROUNDS) == 0 {
                    report.number(INTERACTION_CONSULTATIONS_OPINIONS) == 0
                } else {
                    true
                }
            },
            message: |report, _| join(
                &[
                    "征集调查期数为 0 时，收到意见数量应为 0",
                    "，现填 ",
                    &report.show(INTERACTION_CONSULTATIONS_OPINIONS),
                ],
            ),
            advice: None,
            fix: None,
        },
        Rule {
            id: "interaction.interviews.none",
            title: "没有访谈却有留言、答复",
            sentence: "访谈期数为 0 时，网民留言数量与答复网民提问数量都应为 0",
            at: INTERACTION_INTERVIEWS_ROUNDS,
            severity: Severity::Error,
            mentions: &[
                this(INTERACTION_INTERVIEWS_ROUNDS),
                this(INTERACTION_INTERVIEWS_QUESTIONS),
                this(INTERACTION_INTERVIEWS_ANSWERS),
            ],
            reads: &[
                this(INTERACTION_INTERVIEWS_ROUNDS),
                this(INTERACTION_INTERVIEWS_QUESTIONS),
                this(INTERACTION_INTERVIEWS_ANSWERS),
            ],
            holds: |report, _| {
                if report.number(INTERACTION_INTERVIEWS_ROUNDS) == 0 {
                    report.number(INTERACTION_INTERVIEWS_QUESTIONS) == 0
                        && report.number(INTERACTION_INTERVIEWS_ANSWERS) == 0
                } else {
                    true
                }
            },
            message: |report, _| join(
                &[
                    "访谈期数为 0 时，网民留言数量与答复网民提问数量都应为 0",
                    "：网民留言数量 ",
                    &report.show(INTERACTION_INTERVIEWS_QUESTIONS),
                    "，答复网民提问数量 ",
                    &report.show(INTERACTION_INTERVIEWS_ANSWERS),
                ],
            ),
            advice: None,
            fix: None,
        },
        Rule {
            id: "interaction.interviews.answers.questions",
            title: "访谈的答复",
            sentence: "答复网民提问数量不应大于网民留言数量",
            at: INTERACTION_INTERVIEWS_ANSWERS,
            severity: Severity::Warning,
            mentions: &[
                this(INTERACTION_INTERVIEWS_QUESTIONS),
                this(INTERACTION_INTERVIEWS_ANSWERS),
            ],
            reads: &[
                this(INTERACTION_INTERVIEWS_QUESTIONS),
                this(INTERACTION_INTERVIEWS_ANSWERS),
            ],
            holds: |report, _| {
                report.number(INTERACTION_INTERVIEWS_ANSWERS)
                    <= report.number(INTERACTION_INTERVIEWS_QUESTIONS)
            },
            message: |report, _| join(
                &[
                    "答复网民提问数量不应大于网民留言数量",
                    "：答复网民提问数量 ",
                    &report.show(INTERACTION_INTERVIEWS_ANSWERS),
                    "，网民留言数量 ",
                    &report.show(INTERACTION_INTERVIEWS_QUESTIONS),
                ],
            ),
            advice: None,
            fix: None,
        },
        Rule {
            id: "security.fixed",
            title: "整改的问题",
            sentence: "问题整改数量不应大于发现问题数量",
            at: SECURITY_PROBLEMS_FIXED,
            severity: Severity::Warning,
            mentions: &[this(SECURITY_PROBLEMS_FOUND), this(SECURITY_PROBLEMS_FIXED)],
            reads: &[this(SECURITY_PROBLEMS_FOUND), this(SECURITY_PROBLEMS_FIXED)],
            holds: |report, _| {
                report.number(SECURITY_PROBLEMS_FIXED)
                    <= report.number(SECURITY_PROBLEMS_FOUND)
            },
            message: |report, _| join(
                &[
                    "问题整改数量不应大于发现问题数量",
                    "：问题整改数量 ",
                    &report.show(SECURITY_PROBLEMS_FIXED),
                    "，发现问题数量 ",
                    &report.show(SECURITY_PROBLEMS_FOUND),
                ],
            ),
            advice: Some("整改的问题里有上年发现的，请写明"),
            fix: None,
        },
        Rule {
            id: "security.unassessed",
            title: "未检测却有问题",
            sentence: "安全检测评估次数为 0 时，发现问题数量应为 0",
            at: SECURITY_PROBLEMS_FOUND,
            severity: Severity::Warning,
            mentions: &[this(SECURITY_ASSESSMENTS), this(SECURITY_PROBLEMS_FOUND)],
            reads: &[this(SECURITY_ASSESSMENTS), this(SECURITY_PROBLEMS_FOUND)],
            holds: |report, _| {
                if report.number(SECURITY_ASSESSMENTS) == 0 {
                    report.number(SECURITY_PROBLEMS_FOUND) == 0
                } else {
                    true
                }
            },
            message: |report, _| join(
                &[
                    "安全检测评估次数为 0 时，发现问题数量应为 0",
                    "，现填 ",
                    &report.show(SECURITY_PROBLEMS_FOUND),
                ],
            ),
            advice: Some("问题由上级或其他单位通报的，请写明"),
            fix: None,
        },
        Rule {
            id: "new_media.some",
            title: "有移动新媒体就要填",
            sentence: "是否有移动新媒体为“是”时，微博、微信与其他至少应填一项",
            at: NEW_MEDIA_PRESENT,
            severity: Severity::Error,
            mentions: &[
                this(NEW_MEDIA_PRESENT),
                this(NEW_MEDIA_WEIBO),
                this(NEW_MEDIA_WECHAT),
                this(NEW_MEDIA_OTHER),
            ],
            reads: &[this(NEW_MEDIA_PRESENT)],
            holds: |report, _| {
                if report.flag(NEW_MEDIA_PRESENT) {
                    report.has(NEW_MEDIA_WEIBO) || report.has(NEW_MEDIA_WECHAT)
                        || report.has(NEW_MEDIA_OTHER)
                } else {
                    true
                }
            },
            message: |_, _| Text::Borrowed(
                "是否有移动新媒体为“是”时，微博、微信与其他至少应填一项",
            ),
            advice: None,
            fix: None,
        },
        Rule {
            id: "new_media.none",
            title: "没有移动新媒体就不填",
            sentence: "是否有移动新媒体为“否”时，微博、微信与其他都不应填",
            at: NEW_MEDIA_PRESENT,
            severity: Severity::Error,
            mentions: &[
                this(NEW_MEDIA_PRESENT),
                this(NEW_MEDIA_WEIBO),
                this(NEW_MEDIA_WECHAT),
                this(NEW_MEDIA_OTHER),
            ],
            reads: &[this(NEW_MEDIA_PRESENT)],
            holds: |report, _| {
                if !report.flag(NEW_MEDIA_PRESENT) {
                    !report.has(NEW_MEDIA_WEIBO) && !report.has(NEW_MEDIA_WECHAT)
                        && !report.has(NEW_MEDIA_OTHER)
                } else {
                    true
                }
            },
            message: |_, _| Text::Borrowed(
                "是否有移动新媒体为“否”时，微博、微信与其他都不应填",
            ),
            advice: None,
            fix: None,
        },
        Rule {
            id: "innovation.other.text",
            title: "“其他”与横线",
            sentence: "勾选“其他”时应填后面的横线，没有勾选时不应填",
            at: INNOVATION_OTHER_TEXT,
            severity: Severity::Error,
            mentions: &[this(INNOVATION_FEATURES), this(INNOVATION_OTHER_TEXT)],
            reads: &[this(INNOVATION_FEATURES)],
            holds: |report, _| {
                report.has(INNOVATION_OTHER_TEXT)
                    == report
                        .ticked(
                            INNOVATION_FEATURES,
                            self::InnovationFeaturesItem::Other as u16,
                        )
            },
            message: |_, _| Text::Borrowed(
                "勾选“其他”时应填后面的横线，没有勾选时不应填",
            ),
            advice: None,
            fix: None,
        },
        Rule {
            id: "signature.phone.format",
            title: "联系电话的写法",
            sentence: "联系电话应是手机号，或者带区号的电话号码，形如“010-12345678”",
            at: SIGNATURE_PHONE,
            severity: Severity::Warning,
            mentions: &[this(SIGNATURE_PHONE)],
            reads: &[this(SIGNATURE_PHONE)],
            holds: |report, _| PHONE_PATTERN.matches(report.text(SIGNATURE_PHONE)),
            message: |report, _| join(
                &[
                    "联系电话应是手机号，或者带区号的电话号码，形如“010-12345678”",
                    "，现填“",
                    &report.show(SIGNATURE_PHONE),
                    "”",
                ],
            ),
            advice: None,
            fix: None,
        },
        Rule {
            id: "signature.date.window",
            title: "填报日期在次年一月",
            sentence: "填报日期应在次年1月1日至1月31日之间",
            at: SIGNATURE_DATE,
            severity: Severity::Warning,
            mentions: &[this(YEAR), this(SIGNATURE_DATE)],
            reads: &[this(YEAR), this(SIGNATURE_DATE)],
            holds: |report, _| {
                report.day(SIGNATURE_DATE) >= day(report.number(YEAR) + 1, 1, 1)
                    && report.day(SIGNATURE_DATE) <= day(report.number(YEAR) + 1, 1, 31)
            },
            message: |report, _| join(
                &[
                    "填报日期应在次年1月1日至1月31日之间",
                    "，现填 ",
                    &report.show(SIGNATURE_DATE),
                ],
            ),
            advice: Some(
                "国办函〔2018〕12号要求每年 1 月 31 日前公布上一年度的报表",
            ),
            fix: None,
        },
        Rule {
            id: "yearly.site_code",
            title: "标识码与上年一致",
            sentence: "政府网站标识码应与上年相同",
            at: BASICS_SITE_CODE,
            severity: Severity::Warning,
            mentions: &[
                this(BASICS_SITE_CODE),
                last(BASICS_SITE_CODE, "previous.basics.site_code"),
            ],
            reads: &[
                this(BASICS_SITE_CODE),
                last(BASICS_SITE_CODE, "previous.basics.site_code"),
            ],
            holds: |report, last| {
                report.text(BASICS_SITE_CODE) == last.text(BASICS_SITE_CODE)
            },
            message: |report, last| join(
                &[
                    "政府网站标识码应与上年相同",
                    "：今年“",
                    &report.show(BASICS_SITE_CODE),
                    "”，上年“",
                    &last.show(BASICS_SITE_CODE),
                    "”",
                ],
            ),
            advice: Some("标识码确实换过的，请写明"),
            fix: None,
        },
        Rule {
            id: "yearly.registered_users",
            title: "注册用户比上年少",
            sentence: "注册用户数不应少于上年",
            at: SERVICES_REGISTERED_USERS,
            severity: Severity::Hint,
            mentions: &[
                this(SERVICES_REGISTERED_USERS),
                last(SERVICES_REGISTERED_USERS, "previous.services.registered_users"),
            ],
            reads: &[
                this(SERVICES_REGISTERED_USERS),
                last(SERVICES_REGISTERED_USERS, "previous.services.registered_users"),
            ],
            holds: |report, last| {
                report.number(SERVICES_REGISTERED_USERS)
                    >= last.number(SERVICES_REGISTERED_USERS)
            },
            message: |report, last| join(
                &[
                    "注册用户数不应少于上年",
                    "：今年 ",
                    &report.show(SERVICES_REGISTERED_USERS),
                    "，上年 ",
                    &last.show(SERVICES_REGISTERED_USERS),
                ],
            ),
            advice: Some("清理或注销过用户的，不用改"),
            fix: None,
        },
        Rule {
            id: "yearly.page_views",
            title: "访问量与上年相差太大",
            sentence: "网站总访问量与上年相差不应超过 10 倍",
            at: BASICS_PAGE_VIEWS,
            severity: Severity::Hint,
            mentions: &[
                this(BASICS_PAGE_VIEWS),
                last(BASICS_PAGE_VIEWS, "previous.basics.page_views"),
            ],
            reads: &[
                this(BASICS_PAGE_VIEWS),
                last(BASICS_PAGE_VIEWS, "previous.basics.page_views"),
            ],
            holds: |report, last| {
                report.number(BASICS_PAGE_VIEWS) * 10 >= last.number(BASICS_PAGE_VIEWS)
                    && report.number(BASICS_PAGE_VIEWS)
                        <= last.number(BASICS_PAGE_VIEWS) * 10
            },
            message: |report, last| join(
                &[
                    "网站总访问量与上年相差不应超过 10 倍",
                    "：今年 ",
                    &report.show(BASICS_PAGE_VIEWS),
                    "，上年 ",
                    &last.show(BASICS_PAGE_VIEWS),
                ],
            ),
            advice: Some(
                "请核对有没有多写或少写一位，统计口径有没有变",
            ),
            fix: None,
        },
    ];
    impl Report for self::Report {
        const FORM: &'static Form = &FORM;
        fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>) {
            intake.about(&self.about);
            intake.year(YEAR, self.year);
            intake.text(REPORTING_UNIT, &self.reporting_unit);
            intake.begin(BASICS);
            self.basics.fill(intake);
            intake.begin(INFO_RELEASE);
            self.info_release.fill(intake);
            intake.begin(SPECIAL_COLUMNS);
            self.special_columns.fill(intake);
            intake.begin(INTERPRETATION);
            self.interpretation.fill(intake);
            intake.begin(SERVICES);
            self.services.fill(intake);
            intake.begin(INTERACTION);
            self.interaction.fill(intake);
            intake.begin(SECURITY);
            self.security.fill(intake);
            intake.begin(NEW_MEDIA);
            self.new_media.fill(intake);
            intake.begin(INNOVATION);
            self.innovation.fill(intake);
            intake.begin(SIGNATURE);
            self.signature.fill(intake);
        }
        fn take(about: About, values: &Values<'_>) -> Option<Self> {
            Some(Self {
                about,
                year: values.year(YEAR)?,
                reporting_unit: values.text(REPORTING_UNIT)?,
                basics: self::Basics::take(values)?,
                info_release: self::InfoRelease::take(values)?,
                special_columns: self::SpecialColumns::take(values)?,
                interpretation: self::Interpretation::take(values)?,
                services: self::Services::take(values)?,
                interaction: self::Interaction::take(values)?,
                security: self::Security::take(values)?,
                new_media: self::NewMedia::take(values)?,
                innovation: self::Innovation::take(values)?,
                signature: self::Signature::take(values)?,
            })
        }
    }
    impl self::Basics {
        fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>) {
            intake.text(BASICS_SITE_NAME, &self.site_name);
            intake.text(BASICS_HOME_URL, &self.home_url);
            intake.text(BASICS_SPONSOR, &self.sponsor);
            intake.choice(BASICS_SITE_KIND, self.site_kind as u16);
            intake.text(BASICS_SITE_CODE, &self.site_code);
            intake.text(BASICS_ICP_NUMBER, &self.icp_number);
            intake.text(BASICS_POLICE_NUMBER, &self.police_number);
            intake.count(BASICS_UNIQUE_VISITORS, self.unique_visitors);
            intake.count(BASICS_PAGE_VIEWS, self.page_views);
        }
        fn take(values: &Values<'_>) -> Option<Self> {
            Some(Self {
                site_name: values.text(BASICS_SITE_NAME)?,
                home_url: values.text(BASICS_HOME_URL)?,
                sponsor: values.text(BASICS_SPONSOR)?,
                site_kind: values.choice(BASICS_SITE_KIND)?,
                site_code: values.text(BASICS_SITE_CODE)?,
                icp_number: values.text(BASICS_ICP_NUMBER)?,
                police_number: values.text(BASICS_POLICE_NUMBER)?,
                unique_visitors: values.count(BASICS_UNIQUE_VISITORS)?,
                page_views: values.count(BASICS_PAGE_VIEWS)?,
            })
        }
    }
    impl self::InfoRelease {
        fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>) {
            intake.count(INFO_RELEASE_TOTAL, self.total);
            intake.count(INFO_RELEASE_OVERVIEW, self.overview);
            intake.count(INFO_RELEASE_DYNAMICS, self.dynamics);
            intake.count(INFO_RELEASE_CATALOG, self.catalog);
        }
        fn take(values: &Values<'_>) -> Option<Self> {
            Some(Self {
                total: values.count(INFO_RELEASE_TOTAL)?,
                overview: values.count(INFO_RELEASE_OVERVIEW)?,
                dynamics: values.count(INFO_RELEASE_DYNAMICS)?,
                catalog: values.count(INFO_RELEASE_CATALOG)?,
            })
        }
    }
    impl self::SpecialColumns {
        fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>) {
            intake.count(SPECIAL_COLUMNS_MAINTAINED, self.maintained);
            intake.count(SPECIAL_COLUMNS_NEWLY_OPENED, self.newly_opened);
        }
        fn take(values: &Values<'_>) -> Option<Self> {
            Some(Self {
                maintained: values.count(SPECIAL_COLUMNS_MAINTAINED)?,
                newly_opened: values.count(SPECIAL_COLUMNS_NEWLY_OPENED)?,
            })
        }
    }
    impl self::Interpretation {
        fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>) {
            intake.begin(INTERPRETATION_RELEASES);
            self.releases.fill(intake);
            intake.count(INTERPRETATION_RESPONSES, self.responses);
        }
        fn take(values: &Values<'_>) -> Option<Self> {
            Some(Self {
                releases: self::InterpretationReleases::take(values)?,
                responses: values.count(INTERPRETATION_RESPONSES)?,
            })
        }
    }
    impl self::InterpretationReleases {
        fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>) {
            intake.count(INTERPRETATION_RELEASES_TOTAL, self.total);
            intake.count(INTERPRETATION_RELEASES_ARTICLES, self.articles);
            intake.count(INTERPRETATION_RELEASES_PRODUCTS, self.products);
            intake.count(INTERPRETATION_RELEASES_MEDIA_COMMENTS, self.media_comments);
        }
        fn take(values: &Values<'_>) -> Option<Self> {
            Some(Self {
                total: values.count(INTERPRETATION_RELEASES_TOTAL)?,
                articles: values.count(INTERPRETATION_RELEASES_ARTICLES)?,
                products: values.count(INTERPRETATION_RELEASES_PRODUCTS)?,
                media_comments: values.count(INTERPRETATION_RELEASES_MEDIA_COMMENTS)?,
            })
        }
    }
    impl self::Services {
        fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>) {
            intake.flag(SERVICES_CATALOG_PUBLISHED, self.catalog_published);
            intake.count(SERVICES_REGISTERED_USERS, self.registered_users);
            intake.count(SERVICES_ITEMS, self.items);
            intake.count(SERVICES_FULLY_ONLINE_ITEMS, self.fully_online_items);
            intake.begin(SERVICES_CASES);
            self.cases.fill(intake);
        }
        fn take(values: &Values<'_>) -> Option<Self> {
            Some(Self {
                catalog_published: values.flag(SERVICES_CATALOG_PUBLISHED)?,
                registered_users: values.count(SERVICES_REGISTERED_USERS)?,
                items: values.count(SERVICES_ITEMS)?,
                fully_online_items: values.count(SERVICES_FULLY_ONLINE_ITEMS)?,
                cases: self::ServicesCases::take(values)?,
            })
        }
    }
    impl self::ServicesCases {
        fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>) {
            intake.count(SERVICES_CASES_TOTAL, self.total);
            intake.count(SERVICES_CASES_NATURAL_PERSONS, self.natural_persons);
            intake.count(SERVICES_CASES_LEGAL_PERSONS, self.legal_persons);
        }
        fn take(values: &Values<'_>) -> Option<Self> {
            Some(Self {
                total: values.count(SERVICES_CASES_TOTAL)?,
                natural_persons: values.count(SERVICES_CASES_NATURAL_PERSONS)?,
                legal_persons: values.count(SERVICES_CASES_LEGAL_PERSONS)?,
            })
        }
    }
    impl self::Interaction {
        fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>) {
            intake.flag(INTERACTION_UNIFIED_PLATFORM, self.unified_platform);
            intake.begin(INTERACTION_MESSAGES);
            self.messages.fill(intake);
            intake.begin(INTERACTION_CONSULTATIONS);
            self.consultations.fill(intake);
            intake.begin(INTERACTION_INTERVIEWS);
            self.interviews.fill(intake);
            intake.flag(INTERACTION_SMART_QA, self.smart_qa);
        }
        fn take(values: &Values<'_>) -> Option<Self> {
            Some(Self {
                unified_platform: values.flag(INTERACTION_UNIFIED_PLATFORM)?,
                messages: self::InteractionMessages::take(values)?,
                consultations: self::InteractionConsultations::take(values)?,
                interviews: self::InteractionInterviews::take(values)?,
                smart_qa: values.flag(INTERACTION_SMART_QA)?,
            })
        }
    }
    impl self::InteractionMessages {
        fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>) {
            intake.count(INTERACTION_MESSAGES_RECEIVED, self.received);
            intake.count(INTERACTION_MESSAGES_CLOSED, self.closed);
            intake.decimal(INTERACTION_MESSAGES_AVERAGE_DAYS, self.average_days);
            intake.count(INTERACTION_MESSAGES_PUBLISHED_REPLIES, self.published_replies);
        }
        fn take(values: &Values<'_>) -> Option<Self> {
            Some(Self {
                received: values.count(INTERACTION_MESSAGES_RECEIVED)?,
                closed: values.count(INTERACTION_MESSAGES_CLOSED)?,
                average_days: values.decimal(INTERACTION_MESSAGES_AVERAGE_DAYS)?,
                published_replies: values.count(INTERACTION_MESSAGES_PUBLISHED_REPLIES)?,
            })
        }
    }
    impl self::InteractionConsultations {
        fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>) {
            intake.count(INTERACTION_CONSULTATIONS_ROUNDS, self.rounds);
            intake.count(INTERACTION_CONSULTATIONS_OPINIONS, self.opinions);
            intake
                .count(
                    INTERACTION_CONSULTATIONS_PUBLISHED_RESULTS,
                    self.published_results,
                );
        }
        fn take(values: &Values<'_>) -> Option<Self> {
            Some(Self {
                rounds: values.count(INTERACTION_CONSULTATIONS_ROUNDS)?,
                opinions: values.count(INTERACTION_CONSULTATIONS_OPINIONS)?,
                published_results: values
                    .count(INTERACTION_CONSULTATIONS_PUBLISHED_RESULTS)?,
            })
        }
    }
    impl self::InteractionInterviews {
        fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>) {
            intake.count(INTERACTION_INTERVIEWS_ROUNDS, self.rounds);
            intake.count(INTERACTION_INTERVIEWS_QUESTIONS, self.questions);
            intake.count(INTERACTION_INTERVIEWS_ANSWERS, self.answers);
        }
        fn take(values: &Values<'_>) -> Option<Self> {
            Some(Self {
                rounds: values.count(INTERACTION_INTERVIEWS_ROUNDS)?,
                questions: values.count(INTERACTION_INTERVIEWS_QUESTIONS)?,
                answers: values.count(INTERACTION_INTERVIEWS_ANSWERS)?,
            })
        }
    }
    impl self::Security {
        fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>) {
            intake.count(SECURITY_ASSESSMENTS, self.assessments);
            intake.count(SECURITY_PROBLEMS_FOUND, self.problems_found);
            intake.count(SECURITY_PROBLEMS_FIXED, self.problems_fixed);
            intake.flag(SECURITY_MONITORING, self.monitoring);
            intake.flag(SECURITY_DRILLS, self.drills);
            intake.flag(SECURITY_RESPONSIBLE_PERSON, self.responsible_person);
        }
        fn take(values: &Values<'_>) -> Option<Self> {
            Some(Self {
                assessments: values.count(SECURITY_ASSESSMENTS)?,
                problems_found: values.count(SECURITY_PROBLEMS_FOUND)?,
                problems_fixed: values.count(SECURITY_PROBLEMS_FIXED)?,
                monitoring: values.flag(SECURITY_MONITORING)?,
                drills: values.flag(SECURITY_DRILLS)?,
                responsible_person: values.flag(SECURITY_RESPONSIBLE_PERSON)?,
            })
        }
    }
    impl self::NewMedia {
        fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>) {
            intake.flag(NEW_MEDIA_PRESENT, self.present);
            if let Some(value) = &self.weibo {
                intake.begin(NEW_MEDIA_WEIBO);
                value.fill(intake);
            }
            if let Some(value) = &self.wechat {
                intake.begin(NEW_MEDIA_WECHAT);
                value.fill(intake);
            }
            if let Some(value) = &self.other {
                intake.text(NEW_MEDIA_OTHER, value);
            }
        }
        fn take(values: &Values<'_>) -> Option<Self> {
            Some(Self {
                present: values.flag(NEW_MEDIA_PRESENT)?,
                weibo: if values.has(NEW_MEDIA_WEIBO) {
                    Some(self::NewMediaWeibo::take(values)?)
                } else {
                    None
                },
                wechat: if values.has(NEW_MEDIA_WECHAT) {
                    Some(self::NewMediaWechat::take(values)?)
                } else {
                    None
                },
                other: values.text(NEW_MEDIA_OTHER),
            })
        }
    }
    impl self::NewMediaWeibo {
        fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>) {
            intake.text(NEW_MEDIA_WEIBO_NAME, &self.name);
            intake.count(NEW_MEDIA_WEIBO_POSTS, self.posts);
            intake.count(NEW_MEDIA_WEIBO_FOLLOWERS, self.followers);
        }
        fn take(values: &Values<'_>) -> Option<Self> {
            Some(Self {
                name: values.text(NEW_MEDIA_WEIBO_NAME)?,
                posts: values.count(NEW_MEDIA_WEIBO_POSTS)?,
                followers: values.count(NEW_MEDIA_WEIBO_FOLLOWERS)?,
            })
        }
    }
    impl self::NewMediaWechat {
        fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>) {
            intake.text(NEW_MEDIA_WECHAT_NAME, &self.name);
            intake.count(NEW_MEDIA_WECHAT_POSTS, self.posts);
            intake.count(NEW_MEDIA_WECHAT_SUBSCRIBERS, self.subscribers);
        }
        fn take(values: &Values<'_>) -> Option<Self> {
            Some(Self {
                name: values.text(NEW_MEDIA_WECHAT_NAME)?,
                posts: values.count(NEW_MEDIA_WECHAT_POSTS)?,
                subscribers: values.count(NEW_MEDIA_WECHAT_SUBSCRIBERS)?,
            })
        }
    }
    impl self::Innovation {
        fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>) {
            intake
                .choices(
                    INNOVATION_FEATURES,
                    self.features.iter().map(|choice| *choice as u16),
                );
            if let Some(value) = &self.other_text {
                intake.text(INNOVATION_OTHER_TEXT, value);
            }
        }
        fn take(values: &Values<'_>) -> Option<Self> {
            Some(Self {
                features: values.choices(INNOVATION_FEATURES)?,
                other_text: values.text(INNOVATION_OTHER_TEXT),
            })
        }
    }
    impl self::Signature {
        fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>) {
            intake.text(SIGNATURE_HEAD, &self.head);
            intake.text(SIGNATURE_REVIEWER, &self.reviewer);
            intake.text(SIGNATURE_PREPARER, &self.preparer);
            intake.text(SIGNATURE_PHONE, &self.phone);
            intake.day(SIGNATURE_DATE, self.date);
        }
        fn take(values: &Values<'_>) -> Option<Self> {
            Some(Self {
                head: values.text(SIGNATURE_HEAD)?,
                reviewer: values.text(SIGNATURE_REVIEWER)?,
                preparer: values.text(SIGNATURE_PREPARER)?,
                phone: values.text(SIGNATURE_PHONE)?,
                date: values.day(SIGNATURE_DATE)?,
            })
        }
    }
    impl Choice for self::BasicsSiteKind {
        const ALL: &'static [Self] = &[Self::Portal, Self::Department, Self::Special];
    }
    impl ChoiceOf<1774547328404150830> for self::BasicsSiteKind {}
    impl Choice for self::InnovationFeaturesItem {
        const ALL: &'static [Self] = &[
            Self::SearchAsService,
            Self::Multilingual,
            Self::Accessible,
            Self::Personalized,
            Self::Other,
        ];
    }
    impl ChoiceOf<10238134118125358005> for self::InnovationFeaturesItem {}
    impl serde::Serialize for self::Report {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            use serde::ser::SerializeMap;
            let mut map = serializer.serialize_map(None)?;
            self.about.serialize_entries(&mut map)?;
            map.serialize_entry("year", &self.year)?;
            map.serialize_entry("reporting_unit", &self.reporting_unit)?;
            map.serialize_entry("basics", &self.basics)?;
            map.serialize_entry("info_release", &self.info_release)?;
            map.serialize_entry("special_columns", &self.special_columns)?;
            map.serialize_entry("interpretation", &self.interpretation)?;
            map.serialize_entry("services", &self.services)?;
            map.serialize_entry("interaction", &self.interaction)?;
            map.serialize_entry("security", &self.security)?;
            map.serialize_entry("new_media", &self.new_media)?;
            map.serialize_entry("innovation", &self.innovation)?;
            map.serialize_entry("signature", &self.signature)?;
            map.end()
        }
    }
    impl<'de> serde::Deserialize<'de> for self::Report {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            deserialize(deserializer)
        }
    }
};
::tianbao::json_schema! {
    "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"$id\":\"urn:tianbao:gov-website-work:2019\",\"$comment\":\"@generated 由 tianbao generate 从 gov-website-work 2019 版（修订 1）的 YAML 生成，请勿手改：改 YAML，再运行这条命令\",\"title\":\"Report\",\"description\":\"政府网站工作年度报表\\n2019 版，修订 1\",\"x-label\":\"政府网站工作年度报表\",\"x-form\":\"gov-website-work\",\"x-edition\":2019,\"x-revision\":1,\"type\":\"object\",\"properties\":{\"$schema\":{\"description\":\"数据格式\\n这份数据依据的 JSON Schema，任意文字\",\"x-label\":\"数据格式\",\"type\":[\"string\",\"null\"]},\"form\":{\"description\":\"报表编号\\n只能是这张报表\",\"x-label\":\"报表编号\",\"anyOf\":[{\"$ref\":\"#/$defs/FormId\"},{\"type\":\"null\"}]},\"edition\":{\"description\":\"报表版本\\n只能是这一版\",\"x-label\":\"报表版本\",\"type\":[\"integer\",\"null\"],\"minimum\":2019,\"maximum\":2019},\"revision\":{\"description\":\"报表修订\\n填报时所依的修订，从 1 起\",\"x-label\":\"报表修订\",\"type\":[\"integer\",\"null\"],\"minimum\":1,\"maximum\":1},\"explanations\":{\"description\":\"情况说明\\n规则编号 → 为什么与规则不符\",\"x-label\":\"情况说明\",\"type\":[\"object\",\"null\"],\"additionalProperties\":{\"type\":[\"string\",\"null\"],\"minLength\":1,\"maxLength\":500,\"not\":{\"type\":\"string\",\"pattern\":\"[\\u0000-\\t\\u000b-\\u001f\u{7f}-\u{9f}\u{2028}\u{2029}]|^[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]|[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]$\"}}},\"local\":{\"description\":\"本地加填\\n编号 → 其成员，不归本表校验\",\"x-label\":\"本地加填\",\"type\":[\"object\",\"null\"]},\"year\":{\"description\":\"年度\",\"x-label\":\"年度\",\"x-kind\":\"year\",\"x-unit\":\"年\",\"examples\":[2019],\"type\":\"integer\",\"minimum\":2019,\"maximum\":2019},\"reporting_unit\":{\"description\":\"填报单位\",\"x-label\":\"填报单位\",\"x-kind\":\"text\",\"examples\":[\"示例市人民政府办公室\"],\"type\":\"string\",\"minLength\":1,\"not\":{\"type\":\"string\",\"pattern\":\"[\\u0000-\\u001f\u{7f}-\u{9f}\u{2028}\u{2029}]|^[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]|[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]$|^无$\"}},\"basics\":{\"$ref\":\"#/$defs/Basics\"},\"info_release\":{\"$ref\":\"#/$defs/InfoRelease\"},\"special_columns\":{\"$ref\":\"#/$defs/SpecialColumns\"},\"interpretation\":{\"$ref\":\"#/$defs/Interpretation\"},\"services\":{\"$ref\":\"#/$defs/Services\"},\"interaction\":{\"$ref\":\"#/$defs/Interaction\"},\"security\":{\"$ref\":\"#/$defs/Security\"},\"new_media\":{\"$ref\":\"#/$defs/NewMedia\"},\"innovation\":{\"$ref\":\"#/$defs/Innovation\"},\"signature\":{\"$ref\":\"#/$defs/Signature\"}},\"required\":[\"year\",\"reporting_unit\",\"basics\",\"info_release\",\"special_columns\",\"interpretation\",\"services\",\"interaction\",\"security\",\"new_media\",\"innovation\",\"signature\"],\"additionalProperties\":false,\"allOf\":[{\"$comment\":\"rule interaction.interviews.none\",\"not\":{\"type\":\"object\",\"required\":[\"interaction\"],\"properties\":{\"interaction\":{\"type\":\"object\",\"required\":[\"interviews\"],\"properties\":{\"interviews\":{\"type\":\"object\",\"required\":[\"rounds\"],\"properties\":{\"rounds\":{\"const\":0}},\"anyOf\":[{\"type\":\"object\",\"required\":[\"questions\"],\"properties\":{\"questions\":{\"not\":{\"const\":0}}}},{\"type\":\"object\",\"required\":[\"answers\"],\"properties\":{\"answers\":{\"not\":{\"const\":0}}}}]}}}}}},{\"$comment\":\"rule new_media.some\",\"not\":{\"type\":\"object\",\"required\":[\"new_media\"],\"properties\":{\"new_media\":{\"type\":\"object\",\"required\":[\"present\"],\"properties\":{\"present\":{\"const\":true},\"weibo\":{\"type\":\"null\"},\"wechat\":{\"type\":\"null\"},\"other\":{\"type\":\"null\"}}}}}},{\"$comment\":\"rule new_media.none\",\"not\":{\"type\":\"object\",\"required\":[\"new_media\"],\"properties\":{\"new_media\":{\"type\":\"object\",\"required\":[\"present\"],\"properties\":{\"present\":{\"const\":false}},\"anyOf\":[{\"type\":\"object\",\"required\":[\"weibo\"],\"properties\":{\"weibo\":{\"type\":\"object\"}}},{\"type\":\"object\",\"required\":[\"wechat\"],\"properties\":{\"wechat\":{\"type\":\"object\"}}},{\"type\":\"object\",\"required\":[\"other\"],\"properties\":{\"other\":{\"type\":\"string\"}}}]}}}},{\"$comment\":\"rule innovation.other.text\",\"not\":{\"type\":\"object\",\"required\":[\"innovation\"],\"properties\":{\"innovation\":{\"anyOf\":[{\"type\":\"object\",\"required\":[\"features\",\"other_text\"],\"properties\":{\"features\":{\"type\":\"array\",\"not\":{\"contains\":{\"const\":\"other\"}}},\"other_text\":{\"type\":\"string\"}}},{\"type\":\"object\",\"required\":[\"features\"],\"properties\":{\"features\":{\"type\":\"array\",\"contains\":{\"const\":\"other\"}},\"other_text\":{\"type\":\"null\"}}}]}}}}],\"x-validations\":[{\"id\":\"basics.visits\",\"title\":\"用户数与访问量\",\"rule\":\"!(has(self.basics) && has(self.basics.unique_visitors) && has(self.basics.page_views)) || int(self.basics.unique_visitors) <= int(self.basics.page_views)\",\"applies\":\"has(self.basics) && has(self.basics.unique_visitors) && has(self.basics.page_views)\",\"message\":\"独立用户访问总量不应大于网站总访问量\",\"messageExpression\":\"'独立用户访问总量不应大于网站总访问量：独立用户访问总量 ' + string(int(self.basics.unique_visitors)) + '，网站总访问量 ' + string(int(self.basics.page_views))\",\"fieldPath\":\".basics.unique_visitors\",\"reason\":\"FieldValueInvalid\",\"severity\":\"error\",\"basis\":\"implied\",\"clause\":\"一.8\",\"fixes\":[]},{\"id\":\"basics.home_url.scheme\",\"title\":\"首页网址的开头\",\"rule\":\"!(has(self.basics) && has(self.basics.home_url)) || self.basics.home_url.startsWith('http://') || self.basics.home_url.startsWith('https://')\",\"applies\":\"has(self.basics) && has(self.basics.home_url)\",\"message\":\"首页网址应以“http://”或“https://”开头\",\"messageExpression\":\"'首页网址应以 http:// 或 https:// 开头，现填“' + self.basics.home_url + '”'\",\"fieldPath\":\".basics.home_url\",\"reason\":\"FieldValueInvalid\",\"severity\":\"warning\",\"basis\":\"example\",\"clause\":\"一.2\",\"fixes\":[{\"safe\":true,\"op\":\"add\",\"path\":\"/basics/home_url\",\"applies\":\"has(self.basics) && has(self.basics.home_url)\",\"valueExpression\":\"'http://' + self.basics.home_url\"}]},{\"id\":\"basics.home_url.domain\",\"title\":\"政府网站的域名\",\"rule\":\"!(has(self.basics) && has(self.basics.home_url)) || self.basics.home_url.matches('^(?:(https?://)?([0-9A-Za-z-]+\\\\\\\\.)+gov\\\\\\\\.cn(:[0-9]{1,5})?([/?#][^ ]*)?)$')\",\"applies\":\"has(self.basics) && has(self.basics.home_url)\",\"message\":\"首页网址应使用以 .gov.cn 结尾的域名，形如“http://www.beijing.gov.cn”\",\"messageExpression\":\"'首页网址应使用以 .gov.cn 结尾的域名，形如“http://www.beijing.gov.cn”，现填“' + self.basics.home_url + '”'\",\"fieldPath\":\".basics.home_url\",\"reason\":\"FieldValueInvalid\",\"severity\":\"warning\",\"basis\":\"implied\",\"clause\":\"一.2\",\"fixes\":[]},{\"id\":\"basics.police_number.format\",\"title\":\"公安机关备案号写全\",\"rule\":\"!(has(self.basics) && has(self.basics.police_number)) || self.basics.police_number.matches('^(?:[一-鿿]公网安备 ?[0-9]{12}([0-9]{2})?号?)$')\",\"applies\":\"has(self.basics) && has(self.basics.police_number)\",\"message\":\"公安机关备案号应形如“京公网安备110105000722”\",\"messageExpression\":\"'公安机关备案号应形如“京公网安备110105000722”，现填“' + self.basics.police_number + '”'\",\"fieldPath\":\".basics.police_number\",\"reason\":\"FieldValueInvalid\",\"severity\":\"warning\",\"basis\":\"example\",\"clause\":\"一.7\",\"advice\":\"省份简称取自 ICP备案号，请对照备案证明\",\"fixes\":[{\"safe\":false,\"op\":\"add\",\"path\":\"/basics/police_number\",\"applies\":\"has(self.basics) && has(self.basics.icp_number) && has(self.basics.police_number)\",\"valueExpression\":\"self.basics.icp_number.substring(0, 1) + '公网安备' + self.basics.police_number\"}]},{\"id\":\"basics.sponsor.office\",\"title\":\"门户网站的主办单位\",\"rule\":\"!(has(self.basics) && has(self.basics.sponsor) && has(self.basics.site_kind)) || self.basics.site_kind != 'portal' || self.basics.sponsor.endsWith('办公厅') || self.basics.sponsor.endsWith('办公室')\",\"applies\":\"has(self.basics) && has(self.basics.sponsor) && has(self.basics.site_kind)\",\"message\":\"网站类型为“政府门户网站”时，主办单位应以“办公厅”或“办公室”结尾\",\"messageExpression\":\"'门户网站的主办单位一般填到办公厅（室），现填“' + self.basics.sponsor + '”'\",\"fieldPath\":\".basics.sponsor\",\"reason\":\"FieldValueInvalid\",\"severity\":\"hint\",\"basis\":\"example\",\"clause\":\"一.3\",\"advice\":\"请核对全称；确实不是办公厅（室）的，不用改\",\"fixes\":[]},{\"id\":\"info_release.total.sum\",\"title\":\"信息发布总数偏小\",\"rule\":\"!(has(self.info_release) && has(self.info_release.total) && has(self.info_release.overview) && has(self.info_release.dynamics) && has(self.info_release.catalog)) || int(self.info_release.total) >= int(self.info_release.overview) + int(self.info_release.dynamics) + int(self.info_release.catalog)\",\"applies\":\"has(self.info_release) && has(self.info_release.total) && has(self.info_release.overview) && has(self.info_release.dynamics) && has(self.info_release.catalog)\",\"message\":\"总数不应小于概况类信息更新量、政务动态信息更新量与信息公开目录信息更新量之和\",\"messageExpression\":\"'总数不应小于概况类信息更新量、政务动态信息更新量与信息公开目录信息更新量之和：总数 ' + string(int(self.info_release.total)) + '，后三项之和 ' + string(int(self.info_release.overview) + int(self.info_release.dynamics) + int(self.info_release.catalog))\",\"fieldPath\":\".info_release.total\",\"reason\":\"FieldValueInvalid\",\"severity\":\"warning\",\"basis\":\"implied\",\"clause\":\"二.1\",\"fixes\":[{\"safe\":false,\"op\":\"add\",\"path\":\"/info_release/total\",\"applies\":\"has(self.info_release) && has(self.info_release.overview) && has(self.info_release.dynamics) && has(self.info_release.catalog)\",\"valueExpression\":\"int(self.info_release.overview) + int(self.info_release.dynamics) + int(self.info_release.catalog)\"}]},{\"id\":\"info_release.total.more\",\"title\":\"信息发布总数偏大\",\"rule\":\"!(has(self.info_release) && has(self.info_release.total) && has(self.info_release.overview) && has(self.info_release.dynamics) && has(self.info_release.catalog)) || int(self.info_release.total) <= int(self.info_release.overview) + int(self.info_release.dynamics) + int(self.info_release.catalog)\",\"applies\":\"has(self.info_release) && has(self.info_release.total) && has(self.info_release.overview) && has(self.info_release.dynamics) && has(self.info_release.catalog)\",\"message\":\"总数不应大于概况类信息更新量、政务动态信息更新量与信息公开目录信息更新量之和\",\"messageExpression\":\"'总数不应大于概况类信息更新量、政务动态信息更新量与信息公开目录信息更新量之和：总数 ' + string(int(self.info_release.total)) + '，后三项之和 ' + string(int(self.info_release.overview) + int(self.info_release.dynamics) + int(self.info_release.catalog))\",\"fieldPath\":\".info_release.total\",\"reason\":\"FieldValueInvalid\",\"severity\":\"hint\",\"basis\":\"implied\",\"clause\":\"二.1\",\"advice\":\"总数里还有这三类以外的信息的，不用改\",\"fixes\":[]},{\"id\":\"special_columns.new\",\"title\":\"新开设的专栏专题\",\"rule\":\"!(has(self.special_columns) && has(self.special_columns.maintained) && has(self.special_columns.newly_opened)) || int(self.special_columns.newly_opened) <= int(self.special_columns.maintained)\",\"applies\":\"has(self.special_columns) && has(self.special_columns.maintained) && has(self.special_columns.newly_opened)\",\"message\":\"新开设数量不应大于维护数量\",\"messageExpression\":\"'新开设数量不应大于维护数量：新开设数量 ' + string(int(self.special_columns.newly_opened)) + '，维护数量 ' + string(int(self.special_columns.maintained))\",\"fieldPath\":\".special_columns.newly_opened\",\"reason\":\"FieldValueInvalid\",\"severity\":\"warning\",\"basis\":\"implied\",\"clause\":\"三.2\",\"fixes\":[]},{\"id\":\"interpretation.releases.total.sum\",\"title\":\"解读信息合计\",\"rule\":\"!(has(self.interpretation) && has(self.interpretation.releases) && has(self.interpretation.releases.total) && has(self.interpretation.releases.articles) && has(self.interpretation.releases.products) && has(self.interpretation.releases.media_comments)) || int(self.interpretation.releases.total) == int(self.interpretation.releases.articles) + int(self.interpretation.releases.products) + int(self.interpretation.releases.media_comments)\",\"applies\":\"has(self.interpretation) && has(self.interpretation.releases) && has(self.interpretation.releases.total) && has(self.interpretation.releases.articles) && has(self.interpretation.releases.products) && has(self.interpretation.releases.media_comments)\",\"message\":\"总数应等于解读材料数量、解读产品数量与媒体评论文章数量之和\",\"messageExpression\":\"'总数应等于解读材料数量、解读产品数量与媒体评论文章数量之和：总数 ' + string(int(self.interpretation.releases.total)) + '，后三项之和 ' + string(int(self.interpretation.releases.articles) + int(self.interpretation.releases.products) + int(self.interpretation.releases.media_comments))\",\"fieldPath\":\".interpretation.releases.total\",\"reason\":\"FieldValueInvalid\",\"severity\":\"error\",\"basis\":\"stated\",\"clause\":\"四.1（1）\",\"fixes\":[{\"safe\":false,\"op\":\"add\",\"path\":\"/interpretation/releases/total\",\"applies\":\"has(self.interpretation) && has(self.interpretation.releases) && has(self.interpretation.releases.articles) && has(self.interpretation.releases.products) && has(self.interpretation.releases.media_comments)\",\"valueExpression\":\"int(self.interpretation.releases.articles) + int(self.interpretation.releases.products) + int(self.interpretation.releases.media_comments)\"}]},{\"id\":\"services.items.online\",\"title\":\"可全程在线办理的事项\",\"rule\":\"!(has(self.services) && has(self.services.items) && has(self.services.fully_online_items)) || int(self.services.fully_online_items) <= int(self.services.items)\",\"applies\":\"has(self.services) && has(self.services.items) && has(self.services.fully_online_items)\",\"message\":\"可全程在线办理政务服务事项数量不应大于政务服务事项数量\",\"messageExpression\":\"'可全程在线办理政务服务事项数量不应大于政务服务事项数量：可全程在线办理政务服务事项数量 ' + string(int(self.services.fully_online_items)) + '，政务服务事项数量 ' + string(int(self.services.items))\",\"fieldPath\":\".services.items\",\"reason\":\"FieldValueInvalid\",\"severity\":\"error\",\"basis\":\"implied\",\"clause\":\"五.3\",\"fixes\":[]},{\"id\":\"services.cases.total.sum\",\"title\":\"办件量合计\",\"rule\":\"!(has(self.services) && has(self.services.cases) && has(self.services.cases.total) && has(self.services.cases.natural_persons) && has(self.services.cases.legal_persons)) || int(self.services.cases.total) == int(self.services.cases.natural_persons) + int(self.services.cases.legal_persons)\",\"applies\":\"has(self.services) && has(self.services.cases) && has(self.services.cases.total) && has(self.services.cases.natural_persons) && has(self.services.cases.legal_persons)\",\"message\":\"总数应等于自然人办件量与法人办件量之和\",\"messageExpression\":\"'总数应等于自然人办件量与法人办件量之和：总数 ' + string(int(self.services.cases.total)) + '，后两项之和 ' + string(int(self.services.cases.natural_persons) + int(self.services.cases.legal_persons))\",\"fieldPath\":\".services.cases.total\",\"reason\":\"FieldValueInvalid\",\"severity\":\"error\",\"basis\":\"implied\",\"clause\":\"五.5（1）\",\"fixes\":[{\"safe\":false,\"op\":\"add\",\"path\":\"/services/cases/total\",\"applies\":\"has(self.services) && has(self.services.cases) && has(self.services.cases.natural_persons) && has(self.services.cases.legal_persons)\",\"valueExpression\":\"int(self.services.cases.natural_persons) + int(self.services.cases.legal_persons)\"}]},{\"id\":\"interaction.messages.closed.received\",\"title\":\"办结的留言\",\"rule\":\"!(has(self.interaction) && has(self.interaction.messages) && has(self.interaction.messages.received) && has(self.interaction.messages.closed)) || int(self.interaction.messages.closed) <= int(self.interaction.messages.received)\",\"applies\":\"has(self.interaction) && has(self.interaction.messages) && has(self.interaction.messages.received) && has(self.interaction.messages.closed)\",\"message\":\"办结留言数量不应大于收到留言数量\",\"messageExpression\":\"'办结留言数量不应大于收到留言数量：办结留言数量 ' + string(int(self.interaction.messages.closed)) + '，收到留言数量 ' + string(int(self.interaction.messages.received))\",\"fieldPath\":\".interaction.messages.closed\",\"reason\":\"FieldValueInvalid\",\"severity\":\"warning\",\"basis\":\"implied\",\"clause\":\"六.2（2）\",\"advice\":\"办结的留言里有上年转来的，请写明\",\"fixes\":[]},{\"id\":\"interaction.messages.published.closed\",\"title\":\"公开答复的留言\",\"rule\":\"!(has(self.interaction) && has(self.interaction.messages) && has(self.interaction.messages.closed) && has(self.interaction.messages.published_replies)) || int(self.interaction.messages.published_replies) <= int(self.interaction.messages.closed)\",\"applies\":\"has(self.interaction) && has(self.interaction.messages) && has(self.interaction.messages.closed) && has(self.interaction.messages.published_replies)\",\"message\":\"公开答复数量不应大于办结留言数量\",\"messageExpression\":\"'公开答复数量不应大于办结留言数量：公开答复数量 ' + string(int(self.interaction.messages.published_replies)) + '，办结留言数量 ' + string(int(self.interaction.messages.closed))\",\"fieldPath\":\".interaction.messages.published_replies\",\"reason\":\"FieldValueInvalid\",\"severity\":\"warning\",\"basis\":\"implied\",\"clause\":\"六.2（4）\",\"fixes\":[]},{\"id\":\"interaction.messages.average\",\"title\":\"没有留言却有办理时间\",\"rule\":\"!(has(self.interaction) && has(self.interaction.messages) && has(self.interaction.messages.received) && has(self.interaction.messages.closed) && has(self.interaction.messages.average_days)) || !(int(self.interaction.messages.received) == 0 && int(self.interaction.messages.closed) == 0) || int(double(self.interaction.messages.average_days) * 100.0 + (double(self.interaction.messages.average_days) * 100.0 < 4503599627370496.0 ? 0.5 : 0.0)) == 0\",\"applies\":\"has(self.interaction) && has(self.interaction.messages) && has(self.interaction.messages.received) && has(self.interaction.messages.closed) && has(self.interaction.messages.average_days)\",\"message\":\"收到留言数量与办结留言数量都为 0 时，平均办理时间应为 0\",\"fieldPath\":\".interaction.messages.average_days\",\"reason\":\"FieldValueInvalid\",\"severity\":\"warning\",\"basis\":\"implied\",\"clause\":\"六.2（3）\",\"fixes\":[]},{\"id\":\"interaction.consultations.published\",\"title\":\"公布结果的期数\",\"rule\":\"!(has(self.interaction) && has(self.interaction.consultations) && has(self.interaction.consultations.rounds) && has(self.interaction.consultations.published_results)) || int(self.interaction.consultations.published_results) <= int(self.interaction.consultations.rounds)\",\"applies\":\"has(self.interaction) && has(self.interaction.consultations) && has(self.interaction.consultations.rounds) && has(self.interaction.consultations.published_results)\",\"message\":\"公布调查结果期数不应大于征集调查期数\",\"messageExpression\":\"'公布调查结果期数不应大于征集调查期数：公布调查结果期数 ' + string(int(self.interaction.consultations.published_results)) + '，征集调查期数 ' + string(int(self.interaction.consultations.rounds))\",\"fieldPath\":\".interaction.consultations.published_results\",\"reason\":\"FieldValueInvalid\",\"severity\":\"warning\",\"basis\":\"implied\",\"clause\":\"六.3（3）\",\"advice\":\"公布的结果里有上年征集调查的，请写明\",\"fixes\":[]},{\"id\":\"interaction.consultations.none\",\"title\":\"没有征集调查却有意见\",\"rule\":\"!(has(self.interaction) && has(self.interaction.consultations) && has(self.interaction.consultations.rounds) && has(self.interaction.consultations.opinions)) || int(self.interaction.consultations.rounds) != 0 || int(self.interaction.consultations.opinions) == 0\",\"applies\":\"has(self.interaction) && has(self.interaction.consultations) && has(self.interaction.consultations.rounds) && has(self.interaction.consultations.opinions)\",\"message\":\"征集调查期数为 0 时，收到意见数量应为 0\",\"messageExpression\":\"'征集调查期数为 0 时，收到意见数量应为 0，现填 ' + string(int(self.interaction.consultations.opinions))\",\"fieldPath\":\".interaction.consultations.opinions\",\"reason\":\"FieldValueInvalid\",\"severity\":\"warning\",\"basis\":\"implied\",\"clause\":\"六.3（2）\",\"fixes\":[]},{\"id\":\"interaction.interviews.none\",\"title\":\"没有访谈却有留言、答复\",\"rule\":\"!(has(self.interaction) && has(self.interaction.interviews) && has(self.interaction.interviews.rounds) && has(self.interaction.interviews.questions) && has(self.interaction.interviews.answers)) || int(self.interaction.interviews.rounds) != 0 || int(self.interaction.interviews.questions) == 0 && int(self.interaction.interviews.answers) == 0\",\"applies\":\"has(self.interaction) && has(self.interaction.interviews) && has(self.interaction.interviews.rounds) && has(self.interaction.interviews.questions) && has(self.interaction.interviews.answers)\",\"message\":\"访谈期数为 0 时，网民留言数量与答复网民提问数量都应为 0\",\"messageExpression\":\"'访谈期数为 0 时，网民留言数量与答复网民提问数量都应为 0：网民留言数量 ' + string(int(self.interaction.interviews.questions)) + '，答复网民提问数量 ' + string(int(self.interaction.interviews.answers))\",\"fieldPath\":\".interaction.interviews.rounds\",\"reason\":\"FieldValueInvalid\",\"severity\":\"error\",\"basis\":\"implied\",\"clause\":\"六.4（1）\",\"fixes\":[]},{\"id\":\"interaction.interviews.answers.questions\",\"title\":\"访谈的答复\",\"rule\":\"!(has(self.interaction) && has(self.interaction.interviews) && has(self.interaction.interviews.questions) && has(self.interaction.interviews.answers)) || int(self.interaction.interviews.answers) <= int(self.interaction.interviews.questions)\",\"applies\":\"has(self.interaction) && has(self.interaction.interviews) && has(self.interaction.interviews.questions) && has(self.interaction.interviews.answers)\",\"message\":\"答复网民提问数量不应大于网民留言数量\",\"messageExpression\":\"'答复网民提问数量不应大于网民留言数量：答复网民提问数量 ' + string(int(self.interaction.interviews.answers)) + '，网民留言数量 ' + string(int(self.interaction.interviews.questions))\",\"fieldPath\":\".interaction.interviews.answers\",\"reason\":\"FieldValueInvalid\",\"severity\":\"warning\",\"basis\":\"implied\",\"clause\":\"六.4（3）\",\"fixes\":[]},{\"id\":\"security.fixed\",\"title\":\"整改的问题\",\"rule\":\"!(has(self.security) && has(self.security.problems_found) && has(self.security.problems_fixed)) || int(self.security.problems_fixed) <= int(self.security.problems_found)\",\"applies\":\"has(self.security) && has(self.security.problems_found) && has(self.security.problems_fixed)\",\"message\":\"问题整改数量不应大于发现问题数量\",\"messageExpression\":\"'问题整改数量不应大于发现问题数量：问题整改数量 ' + string(int(self.security.problems_fixed)) + '，发现问题数量 ' + string(int(self.security.problems_found))\",\"fieldPath\":\".security.problems_fixed\",\"reason\":\"FieldValueInvalid\",\"severity\":\"warning\",\"basis\":\"implied\",\"clause\":\"七.3\",\"advice\":\"整改的问题里有上年发现的，请写明\",\"fixes\":[]},{\"id\":\"security.unassessed\",\"title\":\"未检测却有问题\",\"rule\":\"!(has(self.security) && has(self.security.assessments) && has(self.security.problems_found)) || int(self.security.assessments) != 0 || int(self.security.problems_found) == 0\",\"applies\":\"has(self.security) && has(self.security.assessments) && has(self.security.problems_found)\",\"message\":\"安全检测评估次数为 0 时，发现问题数量应为 0\",\"messageExpression\":\"'安全检测评估次数为 0 时，发现问题数量应为 0，现填 ' + string(int(self.security.problems_found))\",\"fieldPath\":\".security.problems_found\",\"reason\":\"FieldValueInvalid\",\"severity\":\"warning\",\"basis\":\"implied\",\"clause\":\"七.2\",\"advice\":\"问题由上级或其他单位通报的，请写明\",\"fixes\":[]},{\"id\":\"new_media.some\",\"title\":\"有移动新媒体就要填\",\"rule\":\"!(has(self.new_media) && has(self.new_media.present)) || !self.new_media.present || has(self.new_media.weibo) || has(self.new_media.wechat) || has(self.new_media.other)\",\"applies\":\"has(self.new_media) && has(self.new_media.present)\",\"message\":\"是否有移动新媒体为“是”时，微博、微信与其他至少应填一项\",\"fieldPath\":\".new_media.present\",\"reason\":\"FieldValueRequired\",\"severity\":\"error\",\"basis\":\"stated\",\"clause\":\"八.1\",\"fixes\":[]},{\"id\":\"new_media.none\",\"title\":\"没有移动新媒体就不填\",\"rule\":\"!(has(self.new_media) && has(self.new_media.present)) || self.new_media.present || !has(self.new_media.weibo) && !has(self.new_media.wechat) && !has(self.new_media.other)\",\"applies\":\"has(self.new_media) && has(self.new_media.present)\",\"message\":\"是否有移动新媒体为“否”时，微博、微信与其他都不应填\",\"fieldPath\":\".new_media.present\",\"reason\":\"FieldValueForbidden\",\"severity\":\"error\",\"basis\":\"stated\",\"clause\":\"八.1\",\"fixes\":[]},{\"id\":\"innovation.other.text\",\"title\":\"“其他”与横线\",\"rule\":\"!(has(self.innovation) && has(self.innovation.features)) || has(self.innovation.other_text) == ('other' in self.innovation.features)\",\"applies\":\"has(self.innovation) && has(self.innovation.features)\",\"message\":\"勾选“其他”时应填后面的横线，没有勾选时不应填\",\"fieldPath\":\".innovation.other_text\",\"reason\":\"FieldValueInvalid\",\"severity\":\"error\",\"basis\":\"stated\",\"clause\":\"九\",\"fixes\":[]},{\"id\":\"signature.phone.format\",\"title\":\"联系电话的写法\",\"rule\":\"!(has(self.signature) && has(self.signature.phone)) || self.signature.phone.matches('^(?:1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8})$')\",\"applies\":\"has(self.signature) && has(self.signature.phone)\",\"message\":\"联系电话应是手机号，或者带区号的电话号码，形如“010-12345678”\",\"messageExpression\":\"'联系电话应是手机号，或者带区号的电话号码，形如“010-12345678”，现填“' + self.signature.phone + '”'\",\"fieldPath\":\".signature.phone\",\"reason\":\"FieldValueInvalid\",\"severity\":\"warning\",\"basis\":\"implied\",\"fixes\":[]},{\"id\":\"signature.date.window\",\"title\":\"填报日期在次年一月\",\"rule\":\"!(has(self.year) && has(self.signature) && has(self.signature.date)) || self.signature.date >= string(int(self.year) + 1) + '-01-01' && self.signature.date <= string(int(self.year) + 1) + '-01-31'\",\"applies\":\"has(self.year) && has(self.signature) && has(self.signature.date)\",\"message\":\"填报日期应在次年1月1日至1月31日之间\",\"messageExpression\":\"'填报日期应在次年1月1日至1月31日之间，现填 ' + self.signature.date\",\"fieldPath\":\".signature.date\",\"reason\":\"FieldValueInvalid\",\"severity\":\"warning\",\"basis\":\"notice\",\"advice\":\"国办函〔2018〕12号要求每年 1 月 31 日前公布上一年度的报表\",\"fixes\":[]},{\"id\":\"yearly.site_code\",\"title\":\"标识码与上年一致\",\"rule\":\"!(has(self.basics) && has(self.basics.site_code) && has(previous.basics) && has(previous.basics.site_code)) || self.basics.site_code == previous.basics.site_code\",\"applies\":\"has(self.basics) && has(self.basics.site_code) && has(previous.basics) && has(previous.basics.site_code)\",\"message\":\"政府网站标识码应与上年相同\",\"messageExpression\":\"'政府网站标识码应与上年相同：今年“' + self.basics.site_code + '”，上年“' + previous.basics.site_code + '”'\",\"fieldPath\":\".basics.site_code\",\"reason\":\"FieldValueInvalid\",\"severity\":\"warning\",\"basis\":\"implied\",\"clause\":\"一.5\",\"advice\":\"标识码确实换过的，请写明\",\"fixes\":[]},{\"id\":\"yearly.registered_users\",\"title\":\"注册用户比上年少\",\"rule\":\"!(has(self.services) && has(self.services.registered_users) && has(previous.services) && has(previous.services.registered_users)) || int(self.services.registered_users) >= int(previous.services.registered_users)\",\"applies\":\"has(self.services) && has(self.services.registered_users) && has(previous.services) && has(previous.services.registered_users)\",\"message\":\"注册用户数不应少于上年\",\"messageExpression\":\"'注册用户数不应少于上年：今年 ' + string(int(self.services.registered_users)) + '，上年 ' + string(int(previous.services.registered_users))\",\"fieldPath\":\".services.registered_users\",\"reason\":\"FieldValueInvalid\",\"severity\":\"hint\",\"basis\":\"implied\",\"clause\":\"五.2\",\"advice\":\"清理或注销过用户的，不用改\",\"fixes\":[]},{\"id\":\"yearly.page_views\",\"title\":\"访问量与上年相差太大\",\"rule\":\"!(has(self.basics) && has(self.basics.page_views) && has(previous.basics) && has(previous.basics.page_views)) || int(self.basics.page_views) * 10 >= int(previous.basics.page_views) && int(self.basics.page_views) <= int(previous.basics.page_views) * 10\",\"applies\":\"has(self.basics) && has(self.basics.page_views) && has(previous.basics) && has(previous.basics.page_views)\",\"message\":\"网站总访问量与上年相差不应超过 10 倍\",\"messageExpression\":\"'网站总访问量与上年相差不应超过 10 倍：今年 ' + string(int(self.basics.page_views)) + '，上年 ' + string(int(previous.basics.page_views))\",\"fieldPath\":\".basics.page_views\",\"reason\":\"FieldValueInvalid\",\"severity\":\"hint\",\"basis\":\"implied\",\"clause\":\"一.9\",\"advice\":\"请核对有没有多写或少写一位，统计口径有没有变\",\"fixes\":[]}],\"$defs\":{\"FormId\":{\"title\":\"FormId\",\"description\":\"报表的编号\",\"type\":\"string\",\"enum\":[\"gov-website-work\"]},\"Basics\":{\"title\":\"Basics\",\"description\":\"基本信息\",\"x-label\":\"基本信息\",\"x-clause\":\"一\",\"type\":\"object\",\"properties\":{\"site_name\":{\"description\":\"网站名称\\n请填写网站的中文名称。\",\"x-label\":\"网站名称\",\"x-kind\":\"text\",\"x-clause\":\"一.1\",\"examples\":[\"示例市人民政府门户网站\"],\"type\":\"string\",\"minLength\":1,\"pattern\":\"[一-鿿]\",\"x-pattern-message\":\"应是中文名称\",\"not\":{\"type\":\"string\",\"pattern\":\"[\\u0000-\\u001f\u{7f}-\u{9f}\u{2028}\u{2029}]|^[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]|[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]$|^无$\"}},\"home_url\":{\"description\":\"首页网址\\n请填写网站首页页面地址。\\n例如，北京市人民政府门户网站填写“http://www.beijing.gov.cn”。\",\"x-label\":\"首页网址\",\"x-kind\":\"url\",\"x-clause\":\"一.2\",\"examples\":[\"http://www.beijing.gov.cn\"],\"type\":\"string\",\"minLength\":1,\"pattern\":\"^(?:(https?://)?[0-9A-Za-z一-鿿-]+(\\\\.[0-9A-Za-z一-鿿-]+)+(:[0-9]{1,5})?([/?#][^ ]*)?)$\",\"not\":{\"type\":\"string\",\"pattern\":\"[\\u0000-\\u001f\u{7f}-\u{9f}\u{2028}\u{2029}]|^[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]|[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]$|^无$\"}},\"sponsor\":{\"description\":\"主办单位\\n请填写网站的主办单位全称。\\n例如，北京市人民政府门户网站填写“北京市人民政府办公厅”。\",\"x-label\":\"主办单位\",\"x-kind\":\"text\",\"x-clause\":\"一.3\",\"examples\":[\"北京市人民政府办公厅\"],\"type\":\"string\",\"minLength\":1,\"not\":{\"type\":\"string\",\"pattern\":\"[\\u0000-\\u001f\u{7f}-\u{9f}\u{2028}\u{2029}]|^[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]|[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]$|^无$\"}},\"site_kind\":{\"$ref\":\"#/$defs/BasicsSiteKind\"},\"site_code\":{\"description\":\"政府网站标识码\\n请填写在“全国政府网站信息报送系统”中获取的政府网站标识码。\\n例如，北京市人民政府门户网站填写“1100000088”。\",\"x-label\":\"政府网站标识码\",\"x-kind\":\"text\",\"x-clause\":\"一.5\",\"examples\":[\"1100000088\"],\"type\":\"string\",\"minLength\":1,\"pattern\":\"^(?:[0-9]{10}|bm[0-9]{8})$\",\"x-pattern-message\":\"应是 10 位数字，国务院部门是 bm 加 8 位数字，形如“1100000088”\",\"not\":{\"type\":\"string\",\"pattern\":\"[\\u0000-\\u001f\u{7f}-\u{9f}\u{2028}\u{2029}]|^[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]|[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]$|^无$\"}},\"icp_number\":{\"description\":\"ICP备案号\\n请填写网站对应的ICP备案编号。\\n例如，北京市人民政府门户网站填写“京ICP备05060933”。\",\"x-label\":\"ICP备案号\",\"x-kind\":\"text\",\"x-clause\":\"一.6\",\"examples\":[\"京ICP备05060933\"],\"type\":\"string\",\"minLength\":1,\"pattern\":\"^(?:[一-鿿]ICP备([0-9]{8}|[0-9]{10})(号(-[0-9]{1,2})?)?)$\",\"x-pattern-message\":\"应形如“京ICP备05060933”\",\"not\":{\"type\":\"string\",\"pattern\":\"[\\u0000-\\u001f\u{7f}-\u{9f}\u{2028}\u{2029}]|^[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]|[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]$|^无$\"}},\"police_number\":{\"description\":\"公安机关备案号\\n请填写网站在公安机关的备案号。\\n例如，北京市人民政府门户网站填写“京公网安备110105000722”。\",\"x-label\":\"公安机关备案号\",\"x-kind\":\"text\",\"x-clause\":\"一.7\",\"examples\":[\"京公网安备110105000722\"],\"type\":\"string\",\"minLength\":1,\"pattern\":\"^(?:([一-鿿]公网安备 ?)?[0-9]{12}([0-9]{2})?号?)$\",\"x-pattern-message\":\"应形如“京公网安备110105000722”\",\"not\":{\"type\":\"string\",\"pattern\":\"[\\u0000-\\u001f\u{7f}-\u{9f}\u{2028}\u{2029}]|^[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]|[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]$|^无$\"}},\"unique_visitors\":{\"description\":\"独立用户访问总量\\n请填写本年度访问网站的用户总数（UV），\\n同一用户每日多次访问不重复计算，只计一次。\",\"x-label\":\"独立用户访问总量\",\"x-kind\":\"count\",\"x-clause\":\"一.8\",\"x-unit\":\"个\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"page_views\":{\"description\":\"网站总访问量\\n请填写本年度网站的总点击次数（PV），\\n同一用户对同一页面多次访问重复计算。\",\"x-label\":\"网站总访问量\",\"x-kind\":\"count\",\"x-clause\":\"一.9\",\"x-unit\":\"次\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991}},\"required\":[\"site_name\",\"home_url\",\"sponsor\",\"site_kind\",\"site_code\",\"icp_number\",\"police_number\",\"unique_visitors\",\"page_views\"],\"additionalProperties\":false},\"BasicsSiteKind\":{\"title\":\"BasicsSiteKind\",\"type\":\"string\",\"enum\":[\"portal\",\"department\",\"special\"],\"x-enum-labels\":{\"portal\":\"政府门户网站\",\"department\":\"部门网站\",\"special\":\"专项网站\"},\"description\":\"网站类型\\n请按照网站类型勾选“政府门户网站”、“部门网站”或“专项网站”。\\nportal：政府门户网站\\ndepartment：部门网站\\nspecial：专项网站\",\"x-label\":\"网站类型\",\"x-kind\":\"choice\",\"x-clause\":\"一.4\",\"examples\":[\"portal\"]},\"InfoRelease\":{\"title\":\"InfoRelease\",\"description\":\"信息发布\",\"x-label\":\"信息发布\",\"x-clause\":\"二\",\"type\":\"object\",\"properties\":{\"total\":{\"description\":\"总数\\n请填写本年度网站发布信息的总条数，\\n不包括外链信息。\",\"x-label\":\"总数\",\"x-kind\":\"count\",\"x-clause\":\"二.1\",\"x-unit\":\"条\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"overview\":{\"description\":\"概况类信息更新量\\n请填写本年度网站发布经济、社会、历史、地理、人文、行政区划等介绍性信息，机构设置、主要职责和联系方式等机构职能信息，本地区、本部门、本机构负责人信息的总条数。\",\"x-label\":\"概况类信息更新量\",\"x-kind\":\"count\",\"x-clause\":\"二.2\",\"x-unit\":\"条\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"dynamics\":{\"description\":\"政务动态信息更新量\\n请填写本年度网站发布本地区、本部门政务要闻、通知公告、工作动态等需要社会公众广泛知晓的政务动态信息的总条数。\",\"x-label\":\"政务动态信息更新量\",\"x-kind\":\"count\",\"x-clause\":\"二.3\",\"x-unit\":\"条\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"catalog\":{\"description\":\"信息公开目录信息更新量\\n请填写本年度网站政府信息公开目录中发布信息的总条数。\",\"x-label\":\"信息公开目录信息更新量\",\"x-kind\":\"count\",\"x-clause\":\"二.4\",\"x-unit\":\"条\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991}},\"required\":[\"total\",\"overview\",\"dynamics\",\"catalog\"],\"additionalProperties\":false},\"SpecialColumns\":{\"title\":\"SpecialColumns\",\"description\":\"专栏专题\",\"x-label\":\"专栏专题\",\"x-clause\":\"三\",\"type\":\"object\",\"properties\":{\"maintained\":{\"description\":\"维护数量\\n请填写网站维护的本年度有信息更新的专栏专题总个数。\",\"x-label\":\"维护数量\",\"x-kind\":\"count\",\"x-clause\":\"三.1\",\"x-unit\":\"个\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"newly_opened\":{\"description\":\"新开设数量\\n请填写本年度网站新开设的专栏专题个数。\",\"x-label\":\"新开设数量\",\"x-kind\":\"count\",\"x-clause\":\"三.2\",\"x-unit\":\"个\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991}},\"required\":[\"maintained\",\"newly_opened\"],\"additionalProperties\":false},\"Interpretation\":{\"title\":\"Interpretation\",\"description\":\"解读回应\",\"x-label\":\"解读回应\",\"x-clause\":\"四\",\"type\":\"object\",\"properties\":{\"releases\":{\"$ref\":\"#/$defs/InterpretationReleases\"},\"responses\":{\"description\":\"回应公众关注热点或重大舆情数量\\n请填写本年度网站发布的回应公众关注热点或重大舆情的次数。\\n以多种形式回应同一热点或舆情的不重复计算，只计一次。\",\"x-label\":\"回应公众关注热点或重大舆情数量\",\"x-kind\":\"count\",\"x-clause\":\"四.2\",\"x-unit\":\"次\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991}},\"required\":[\"releases\",\"responses\"],\"additionalProperties\":false},\"InterpretationReleases\":{\"title\":\"InterpretationReleases\",\"description\":\"解读信息发布\",\"x-label\":\"解读信息发布\",\"x-clause\":\"四.1\",\"type\":\"object\",\"properties\":{\"total\":{\"description\":\"总数\\n请填写本年度网站发布或转载的对政策文件的解读材料、解读产品、媒体评论文章的总数，\\n不包括外链信息。\",\"x-label\":\"总数\",\"x-kind\":\"count\",\"x-clause\":\"四.1（1）\",\"x-unit\":\"条\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"articles\":{\"description\":\"解读材料数量\\n请填写本年度网站发布或转载的对政策文件的解读材料（以文字解读为主）的总条数，\\n不包括外链信息。\",\"x-label\":\"解读材料数量\",\"x-kind\":\"count\",\"x-clause\":\"四.1（2）\",\"x-unit\":\"条\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"products\":{\"description\":\"解读产品数量\\n请填写本年度网站发布或转载的对政策文件的解读产品的总个数，\\n不包括外链信息。\\n解读产品指运用数字化、图表图解、音频、视频、动漫等方式制作的解读材料。\",\"x-label\":\"解读产品数量\",\"x-kind\":\"count\",\"x-clause\":\"四.1（3）\",\"x-unit\":\"个\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"media_comments\":{\"description\":\"媒体评论文章数量\\n请填写本年度网站发布或转载的关于政策文件的媒体评论文章的总篇数，\\n不包括外链信息。\",\"x-label\":\"媒体评论文章数量\",\"x-kind\":\"count\",\"x-clause\":\"四.1（4）\",\"x-unit\":\"篇\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991}},\"required\":[\"total\",\"articles\",\"products\",\"media_comments\"],\"additionalProperties\":false},\"Services\":{\"title\":\"Services\",\"description\":\"办事服务\",\"x-label\":\"办事服务\",\"x-clause\":\"五\",\"type\":\"object\",\"properties\":{\"catalog_published\":{\"description\":\"是否发布服务事项目录\\n是否在网站发布本单位政务服务事项目录，请勾选“是”或“否”。\",\"x-label\":\"是否发布服务事项目录\",\"x-kind\":\"flag\",\"x-clause\":\"五.1\",\"examples\":[true],\"type\":\"boolean\"},\"registered_users\":{\"description\":\"注册用户数\\n请填写截至本年度12月底网站的注册用户数。\",\"x-label\":\"注册用户数\",\"x-kind\":\"count\",\"x-clause\":\"五.2\",\"x-unit\":\"个\",\"x-period\":\"year_end\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"items\":{\"description\":\"政务服务事项数量\\n请填写网站提供的本单位政务服务事项总项数。\",\"x-label\":\"政务服务事项数量\",\"x-kind\":\"count\",\"x-clause\":\"五.3\",\"x-unit\":\"项\",\"x-period\":\"now\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"fully_online_items\":{\"description\":\"可全程在线办理政务服务事项数量\\n请填写网站提供的本单位可全程网上办理的政务服务事项总项数。\",\"x-label\":\"可全程在线办理政务服务事项数量\",\"x-kind\":\"count\",\"x-clause\":\"五.4\",\"x-unit\":\"项\",\"x-period\":\"now\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"cases\":{\"$ref\":\"#/$defs/ServicesCases\"}},\"required\":[\"catalog_published\",\"registered_users\",\"items\",\"fully_online_items\",\"cases\"],\"additionalProperties\":false},\"ServicesCases\":{\"title\":\"ServicesCases\",\"description\":\"办件量\",\"x-label\":\"办件量\",\"x-clause\":\"五.5\",\"type\":\"object\",\"properties\":{\"total\":{\"description\":\"总数\\n请填写本年度本单位针对可在线预约、在线申报、在线查询、在线办理的办事服务事项，已办结的用户申请总件数。\\n同一用户办理同一事项的不同环节不重复计算，只计一次。\",\"x-label\":\"总数\",\"x-kind\":\"count\",\"x-clause\":\"五.5（1）\",\"x-unit\":\"件\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"natural_persons\":{\"description\":\"自然人办件量\\n请填写本年度本单位针对可在线预约、在线申报、在线查询、在线办理的办事服务事项，已办结的自然人申请总件数。\\n同一自然人用户办理同一事项的不同环节不重复计算，只计一次。\",\"x-label\":\"自然人办件量\",\"x-kind\":\"count\",\"x-clause\":\"五.5（2）\",\"x-unit\":\"件\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"legal_persons\":{\"description\":\"法人办件量\\n请填写本年度本单位针对可在线预约、在线申报、在线查询、在线办理的办事服务事项，已办结的法人申请总件数。\\n同一法人用户办理同一事项的不同环节不重复计算，只计一次。\",\"x-label\":\"法人办件量\",\"x-kind\":\"count\",\"x-clause\":\"五.5（3）\",\"x-unit\":\"件\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991}},\"required\":[\"total\",\"natural_persons\",\"legal_persons\"],\"additionalProperties\":false},\"Interaction\":{\"title\":\"Interaction\",\"description\":\"互动交流\",\"x-label\":\"互动交流\",\"x-clause\":\"六\",\"type\":\"object\",\"properties\":{\"unified_platform\":{\"description\":\"是否使用统一平台\\n网站的留言评论、征集调查、咨询投诉、在线访谈等互动交流栏目是否使用统一的互动交流平台，请勾选“是”或“否”。\\n网站如使用其他网站提供的统一的互动交流平台，则勾选“是”。\",\"x-label\":\"是否使用统一平台\",\"x-kind\":\"flag\",\"x-clause\":\"六.1\",\"examples\":[true],\"type\":\"boolean\"},\"messages\":{\"$ref\":\"#/$defs/InteractionMessages\"},\"consultations\":{\"$ref\":\"#/$defs/InteractionConsultations\"},\"interviews\":{\"$ref\":\"#/$defs/InteractionInterviews\"},\"smart_qa\":{\"description\":\"是否提供智能问答\\n网站是否提供通过自然语言处理等相关技术自动解答用户咨询的智能问答功能，请勾选“是”或“否”。\",\"x-label\":\"是否提供智能问答\",\"x-kind\":\"flag\",\"x-clause\":\"六.5\",\"examples\":[true],\"type\":\"boolean\"}},\"required\":[\"unified_platform\",\"messages\",\"consultations\",\"interviews\",\"smart_qa\"],\"additionalProperties\":false},\"InteractionMessages\":{\"title\":\"InteractionMessages\",\"description\":\"留言办理\",\"x-label\":\"留言办理\",\"x-clause\":\"六.2\",\"type\":\"object\",\"properties\":{\"received\":{\"description\":\"收到留言数量\\n请填写本年度通过网站开设的咨询投诉、反映问题等互动交流栏目收集到的网民留言总条数。\",\"x-label\":\"收到留言数量\",\"x-kind\":\"count\",\"x-clause\":\"六.2（1）\",\"x-unit\":\"条\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"closed\":{\"description\":\"办结留言数量\\n请填写本年度网站办结的网民留言总条数。\",\"x-label\":\"办结留言数量\",\"x-kind\":\"count\",\"x-clause\":\"六.2（2）\",\"x-unit\":\"条\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"average_days\":{\"description\":\"平均办理时间\\n请填写本年度网站网民留言从收到到办结的平均办理天数。\",\"x-label\":\"平均办理时间\",\"x-kind\":\"number\",\"x-clause\":\"六.2（3）\",\"x-unit\":\"天\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"number\",\"minimum\":0,\"maximum\":90071992547409.9,\"x-places\":2},\"published_replies\":{\"description\":\"公开答复数量\\n请填写本年度网站公开网民留言及留言答复情况的留言总条数。\",\"x-label\":\"公开答复数量\",\"x-kind\":\"count\",\"x-clause\":\"六.2（4）\",\"x-unit\":\"条\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991}},\"required\":[\"received\",\"closed\",\"average_days\",\"published_replies\"],\"additionalProperties\":false},\"InteractionConsultations\":{\"title\":\"InteractionConsultations\",\"description\":\"征集调查\",\"x-label\":\"征集调查\",\"x-clause\":\"六.3\",\"type\":\"object\",\"properties\":{\"rounds\":{\"description\":\"征集调查期数\\n请填写本年度网站发布的面向公众或有关单位的征集调查的总期数。\",\"x-label\":\"征集调查期数\",\"x-kind\":\"count\",\"x-clause\":\"六.3（1）\",\"x-unit\":\"期\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"opinions\":{\"description\":\"收到意见数量\\n请填写本年度网站通过征集调查收到的意见总条数。\",\"x-label\":\"收到意见数量\",\"x-kind\":\"count\",\"x-clause\":\"六.3（2）\",\"x-unit\":\"条\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"published_results\":{\"description\":\"公布调查结果期数\\n请填写本年度已公布结果的征集调查的总期数。\",\"x-label\":\"公布调查结果期数\",\"x-kind\":\"count\",\"x-clause\":\"六.3（3）\",\"x-unit\":\"期\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991}},\"required\":[\"rounds\",\"opinions\",\"published_results\"],\"additionalProperties\":false},\"InteractionInterviews\":{\"title\":\"InteractionInterviews\",\"description\":\"在线访谈\",\"x-label\":\"在线访谈\",\"x-clause\":\"六.4\",\"type\":\"object\",\"properties\":{\"rounds\":{\"description\":\"访谈期数\\n请填写本年度网站单独举办或与主流媒体等其他机构合作举办，并可通过政府网站观看的在线访谈的总期数。\",\"x-label\":\"访谈期数\",\"x-kind\":\"count\",\"x-clause\":\"六.4（1）\",\"x-unit\":\"期\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"questions\":{\"description\":\"网民留言数量\\n请填写本年度通过在线访谈收到的网民留言的总条数。\",\"x-label\":\"网民留言数量\",\"x-kind\":\"count\",\"x-clause\":\"六.4（2）\",\"x-unit\":\"条\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"answers\":{\"description\":\"答复网民提问数量\\n请填写本年度通过在线访谈答复网民提问的总条数。\",\"x-label\":\"答复网民提问数量\",\"x-kind\":\"count\",\"x-clause\":\"六.4（3）\",\"x-unit\":\"条\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991}},\"required\":[\"rounds\",\"questions\",\"answers\"],\"additionalProperties\":false},\"Security\":{\"title\":\"Security\",\"description\":\"安全防护\",\"x-label\":\"安全防护\",\"x-clause\":\"七\",\"type\":\"object\",\"properties\":{\"assessments\":{\"description\":\"安全检测评估次数\\n请填写本年度对网站开展安全检测评估的总次数。\",\"x-label\":\"安全检测评估次数\",\"x-kind\":\"count\",\"x-clause\":\"七.1\",\"x-unit\":\"次\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"problems_found\":{\"description\":\"发现问题数量\\n请填写本年度安全检测评估中发现并确认的安全问题总个数。\",\"x-label\":\"发现问题数量\",\"x-kind\":\"count\",\"x-clause\":\"七.2\",\"x-unit\":\"个\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"problems_fixed\":{\"description\":\"问题整改数量\\n请填写本年度网站整改到位的安全问题总个数。\",\"x-label\":\"问题整改数量\",\"x-kind\":\"count\",\"x-clause\":\"七.3\",\"x-unit\":\"个\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"monitoring\":{\"description\":\"是否建立安全监测预警机制\\n网站是否已建立安全监测预警机制，请勾选“是”或“否”。\",\"x-label\":\"是否建立安全监测预警机制\",\"x-kind\":\"flag\",\"x-clause\":\"七.4\",\"examples\":[true],\"type\":\"boolean\"},\"drills\":{\"description\":\"是否开展应急演练\\n本年度网站是否开展网络安全应急演练，请勾选“是”或“否”。\",\"x-label\":\"是否开展应急演练\",\"x-kind\":\"flag\",\"x-clause\":\"七.5\",\"examples\":[true],\"type\":\"boolean\"},\"responsible_person\":{\"description\":\"是否明确网站安全责任人\\n网站是否明确网站安全责任人，请勾选“是”或“否”。\",\"x-label\":\"是否明确网站安全责任人\",\"x-kind\":\"flag\",\"x-clause\":\"七.6\",\"examples\":[true],\"type\":\"boolean\"}},\"required\":[\"assessments\",\"problems_found\",\"problems_fixed\",\"monitoring\",\"drills\",\"responsible_person\"],\"additionalProperties\":false},\"NewMedia\":{\"title\":\"NewMedia\",\"description\":\"移动新媒体\",\"x-label\":\"移动新媒体\",\"x-clause\":\"八\",\"type\":\"object\",\"properties\":{\"present\":{\"description\":\"是否有移动新媒体\\n网站主办单位是否保障移动新媒体，请勾选“是”或“否”。\\n如勾选“是”，请填写“微博”、“微信”、“其他”项目。\",\"x-label\":\"是否有移动新媒体\",\"x-kind\":\"flag\",\"x-clause\":\"八.1\",\"examples\":[true],\"type\":\"boolean\"},\"weibo\":{\"anyOf\":[{\"$ref\":\"#/$defs/NewMediaWeibo\"},{\"type\":\"null\"}]},\"wechat\":{\"anyOf\":[{\"$ref\":\"#/$defs/NewMediaWechat\"},{\"type\":\"null\"}]},\"other\":{\"description\":\"其他\\n请填写由网站主办单位保障的其他新媒体产品，\\n如发布的移动客户端等，\\n包括产品类型、平台名称、产品名称、信息发布量、用户关注量/下载量等内容。\",\"x-label\":\"其他\",\"x-kind\":\"text\",\"x-clause\":\"八.4\",\"examples\":[\"移动客户端，安卓和苹果平台，“示例通”，发布信息 320 条，下载 1500 次\"],\"type\":[\"string\",\"null\"],\"minLength\":1,\"not\":{\"type\":\"string\",\"pattern\":\"[\\u0000-\\u001f\u{7f}-\u{9f}\u{2028}\u{2029}]|^[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]|[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]$|^无$\"}}},\"required\":[\"present\"],\"additionalProperties\":false},\"NewMediaWeibo\":{\"title\":\"NewMediaWeibo\",\"description\":\"微博\",\"x-label\":\"微博\",\"x-clause\":\"八.2\",\"type\":\"object\",\"properties\":{\"name\":{\"description\":\"名称\\n请填写主要由网站主办单位保障的微博账号的名称。\\n如，北京市公安局公安交通管理局填写“北京交警”。\\n在多个平台开设微博账号或在一个平台开设多个微博账号的，仅填写网民关注数量最多的微博账号名称。\",\"x-label\":\"名称\",\"x-kind\":\"text\",\"x-clause\":\"八.2（1）\",\"examples\":[\"北京交警\"],\"type\":\"string\",\"minLength\":1,\"not\":{\"type\":\"string\",\"pattern\":\"[\\u0000-\\u001f\u{7f}-\u{9f}\u{2028}\u{2029}]|^[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]|[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]$|^无$\"}},\"posts\":{\"description\":\"信息发布量\\n请填写本年度微博账号发布信息总条数，\\n包括转载的信息，\\n不包括对其他账号发布内容的评论信息。\",\"x-label\":\"信息发布量\",\"x-kind\":\"count\",\"x-clause\":\"八.2（2）\",\"x-unit\":\"条\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"followers\":{\"description\":\"关注量\\n请填写微博账号的网民关注数量。\",\"x-label\":\"关注量\",\"x-kind\":\"count\",\"x-clause\":\"八.2（3）\",\"x-unit\":\"个\",\"x-period\":\"now\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991}},\"required\":[\"name\",\"posts\",\"followers\"],\"additionalProperties\":false},\"NewMediaWechat\":{\"title\":\"NewMediaWechat\",\"description\":\"微信\",\"x-label\":\"微信\",\"x-clause\":\"八.3\",\"type\":\"object\",\"properties\":{\"name\":{\"description\":\"名称\\n请填写主要由网站主办单位保障的微信公众账号的名称。\\n如，北京市公安局公安交通管理局填写“北京交警”。\\n开设多个微信公众账号的，仅填写网民订阅数量最多的微信公众账号名称。\",\"x-label\":\"名称\",\"x-kind\":\"text\",\"x-clause\":\"八.3（1）\",\"examples\":[\"北京交警\"],\"type\":\"string\",\"minLength\":1,\"not\":{\"type\":\"string\",\"pattern\":\"[\\u0000-\\u001f\u{7f}-\u{9f}\u{2028}\u{2029}]|^[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]|[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]$|^无$\"}},\"posts\":{\"description\":\"信息发布量\\n请填写本年度微信公众账号发布信息总条数。\",\"x-label\":\"信息发布量\",\"x-kind\":\"count\",\"x-clause\":\"八.3（2）\",\"x-unit\":\"条\",\"x-period\":\"year\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991},\"subscribers\":{\"description\":\"订阅数\\n请填写微信公众账号的网民订阅数量。\",\"x-label\":\"订阅数\",\"x-kind\":\"count\",\"x-clause\":\"八.3（3）\",\"x-unit\":\"个\",\"x-period\":\"now\",\"examples\":[0],\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740991}},\"required\":[\"name\",\"posts\",\"subscribers\"],\"additionalProperties\":false},\"Innovation\":{\"title\":\"Innovation\",\"description\":\"创新发展\\n本项为多选，请根据实际情况勾选对应选项。\\n如勾选“其他”，请在横线上注明具体内容，字数不超过200字。\",\"x-label\":\"创新发展\",\"x-clause\":\"九\",\"type\":\"object\",\"properties\":{\"features\":{\"description\":\"创新发展\\nsearch_as_service：搜索即服务。“搜索即服务”指网站搜索提供错别字自动纠正、关键词推荐、拼音转化搜索和通俗语言搜索等功能，根据用户真实需求调整搜索结果排序，提供多维度分类展现，聚合相关信息和服务。\\nmultilingual：多语言版本。“多语言版本”指根据用户群体特点和需求，提供多语言服务。\\naccessible：无障碍浏览。“无障碍浏览”指为方便残疾人、老年人等特殊群体获取网站信息，提供无障碍浏览服务。\\npersonalized：千人千网。“千人千网”指以用户为中心，打造个人和企业专属主页，提供个性化、便捷化、智能化服务。\\nother：其他。“其他”指在个性化服务、开放式架构、大数据支撑、多渠道拓展等方面提供的创新功能或服务。\",\"x-label\":\"创新发展\",\"x-kind\":\"choices\",\"x-clause\":\"九\",\"examples\":[[\"search_as_service\"]],\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/InnovationFeaturesItem\"},\"uniqueItems\":true},\"other_text\":{\"description\":\"其他\",\"x-label\":\"其他\",\"x-kind\":\"text\",\"x-clause\":\"九\",\"examples\":[\"政务数据开放接口\"],\"type\":[\"string\",\"null\"],\"minLength\":1,\"maxLength\":200,\"not\":{\"type\":\"string\",\"pattern\":\"[\\u0000-\\u001f\u{7f}-\u{9f}\u{2028}\u{2029}]|^[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]|[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]$|^无$\"}}},\"required\":[\"features\"],\"additionalProperties\":false},\"InnovationFeaturesItem\":{\"title\":\"InnovationFeaturesItem\",\"type\":\"string\",\"enum\":[\"search_as_service\",\"multilingual\",\"accessible\",\"personalized\",\"other\"],\"x-enum-labels\":{\"search_as_service\":\"搜索即服务\",\"multilingual\":\"多语言版本\",\"accessible\":\"无障碍浏览\",\"personalized\":\"千人千网\",\"other\":\"其他\"}},\"Signature\":{\"title\":\"Signature\",\"description\":\"单位负责人、审核人等\",\"x-label\":\"单位负责人、审核人等\",\"type\":\"object\",\"properties\":{\"head\":{\"description\":\"单位负责人\",\"x-label\":\"单位负责人\",\"x-kind\":\"text\",\"examples\":[\"张三\"],\"type\":\"string\",\"minLength\":1,\"not\":{\"type\":\"string\",\"pattern\":\"[\\u0000-\\u001f\u{7f}-\u{9f}\u{2028}\u{2029}]|^[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]|[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]$|^无$\"}},\"reviewer\":{\"description\":\"审核人\",\"x-label\":\"审核人\",\"x-kind\":\"text\",\"examples\":[\"李四\"],\"type\":\"string\",\"minLength\":1,\"not\":{\"type\":\"string\",\"pattern\":\"[\\u0000-\\u001f\u{7f}-\u{9f}\u{2028}\u{2029}]|^[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]|[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]$|^无$\"}},\"preparer\":{\"description\":\"填报人\",\"x-label\":\"填报人\",\"x-kind\":\"text\",\"examples\":[\"王五\"],\"type\":\"string\",\"minLength\":1,\"not\":{\"type\":\"string\",\"pattern\":\"[\\u0000-\\u001f\u{7f}-\u{9f}\u{2028}\u{2029}]|^[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]|[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]$|^无$\"}},\"phone\":{\"description\":\"联系电话\",\"x-label\":\"联系电话\",\"x-kind\":\"text\",\"examples\":[\"010-12345678\"],\"type\":\"string\",\"minLength\":1,\"not\":{\"type\":\"string\",\"pattern\":\"[\\u0000-\\u001f\u{7f}-\u{9f}\u{2028}\u{2029}]|^[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]|[\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]$|^无$\"}},\"date\":{\"description\":\"填报日期\",\"x-label\":\"填报日期\",\"x-kind\":\"date\",\"examples\":[\"2020-01-15\"],\"type\":\"string\",\"format\":\"date\",\"minLength\":10,\"maxLength\":10,\"pattern\":\"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\"}},\"required\":[\"head\",\"reviewer\",\"preparer\",\"phone\",\"date\"],\"additionalProperties\":false}}}",
    "GovWebsiteWork2019", Report, Basics, BasicsSiteKind, InfoRelease, SpecialColumns,
    Interpretation, InterpretationReleases, Services, ServicesCases, Interaction,
    InteractionMessages, InteractionConsultations, InteractionInterviews, Security,
    NewMedia, NewMediaWeibo, NewMediaWechat, Innovation, InnovationFeaturesItem,
    Signature
}
