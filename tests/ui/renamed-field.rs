// Written for edition 2019, and built with that of 2020: each error says what the field is called now.
#[derive(tianbao::Section)]
#[section(spec = "forms/gov-website-work-2020.yaml", path = "interaction")]
struct Interaction {
    unified_platform: bool,
    messages: Messages,
    interviews: Interviews,
}

#[derive(tianbao::Section)]
#[section(spec = "forms/gov-website-work-2020.yaml", path = "interaction.talks")]
struct Interviews {
    rounds: u64,
    questions: u64,
    answers: u64,
}

#[derive(tianbao::Section)]
#[section(spec = "forms/gov-website-work-2020.yaml", path = "interaction.messages")]
struct Messages {
    received: u64,
}

#[derive(tianbao::Section)]
#[section(spec = "forms/gov-website-work-2020.yaml", path = "info_release")]
struct News {
    total: u64,
}

fn main() {}
