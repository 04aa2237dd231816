//! Measures several things side by side. Every round runs each of them for a moment, so that what else the machine does
//! slows all of them alike; a ratio is the median of the rounds' own ratios.

use std::time::{Duration, Instant};

/// How long one thing runs in one round, at least.
const MOMENT: Duration = Duration::from_micros(500);

/// A thing to measure.
pub struct Runner<'r> {
    name: &'static str,
    run: Box<dyn FnMut() + 'r>,
    times: u32,
}

/// A thing to measure, by name; what it returns is kept from the optimiser.
pub fn runner<'r, R>(name: &'static str, mut run: impl FnMut() -> R + 'r) -> Runner<'r> {
    let run = move || drop(std::hint::black_box(run()));
    Runner { name, run: Box::new(run), times: 1 }
}

impl Runner<'_> {
    /// Seconds for one run.
    fn measure(&mut self) -> f64 {
        let start = Instant::now();
        for _ in 0..self.times {
            (self.run)();
        }
        start.elapsed().as_secs_f64() / f64::from(self.times)
    }

    /// So many runs as fill a moment.
    fn warm_up(&mut self) {
        let start = Instant::now();
        let runs = (0..20).map(|_| self.measure()).take_while(|_| start.elapsed() < 400 * MOMENT);
        let once = runs.fold(MOMENT.as_secs_f64(), f64::min);
        self.times = (MOMENT.as_secs_f64() / once).ceil().max(1.0) as u32;
    }
}

/// A thing measured.
pub struct Measured {
    /// Its name.
    pub name: &'static str,
    /// The median, in seconds.
    pub time: f64,
    /// The median of the ratios to the first one.
    pub ratio: f64,
}

/// Measures all side by side; the first one is what the others are compared to. With two numbers on the
/// command line, the thing at that place is run so many times and nothing is measured: for profilers.
pub fn race(mut runners: Vec<Runner<'_>>, rounds: usize) -> Vec<Measured> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if let [place, times] = arguments.as_slice() {
        let number = |word: &str| word.parse::<usize>().expect("a number");
        (0..number(times)).for_each(|_| (runners[number(place)].run)());
        return Vec::new();
    }
    runners.iter_mut().for_each(Runner::warm_up);
    let rounds: Vec<Vec<f64>> =
        (0..rounds).map(|_| runners.iter_mut().map(Runner::measure).collect()).collect();
    let column = |at: usize| median(rounds.iter().map(|round| round[at]));
    let ratio = |at: usize| median(rounds.iter().map(|round| round[at] / round[0]));
    let all = runners.iter().enumerate();
    all.map(|(at, runner)| Measured { name: runner.name, time: column(at), ratio: ratio(at) }).collect()
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
