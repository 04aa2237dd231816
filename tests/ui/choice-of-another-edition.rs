// A choice is held by the enum that its own edition generates for it: another's boxes stand in another order.
mod edition_2019 {
    tianbao::form!(form = "gov-website-work", edition = 2019);
}

#[derive(tianbao::Section)]
#[section(spec = "forms/gov-website-work-2020.yaml", path = "innovation")]
struct Innovation {
    features: Vec<edition_2019::InnovationFeaturesItem>,
    other_text: Option<&'static str>,
}

#[derive(tianbao::Section)]
#[section(spec = "forms/words.yaml", path = "box")]
struct Words {
    self_: u64,
    r#gen: u64,
    r#type: edition_2019::BasicsSiteKind,
}

fn main() {}
