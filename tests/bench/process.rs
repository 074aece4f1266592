//! What proc(5) says of another process.

use std::process::Child;

/// A process that ends with its owner.
pub(crate) struct Running(pub(crate) Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What a process has used so far, and holds now.
pub(crate) struct Usage {
    /// Seconds of processor time: `utime` and `stime`, in the usual hundredths.
    pub(crate) processor: f64,
    /// KiB in memory now.
    pub(crate) resident: i64,
    /// The most KiB that ever were.
    pub(crate) most_resident: i64,
    pub(crate) files: usize,
    pub(crate) threads: usize,
}

impl Usage {
    pub(crate) fn of(pid: u32) -> Self {
        let read = |file: &str| std::fs::read_to_string(format!("/proc/{pid}/{file}")).unwrap();
        let count = |folder: &str| {
            let folder = std::fs::read_dir(format!("/proc/{pid}/{folder}"));
            folder.unwrap().count()
        };
        let stat = read("stat");
        let (_, fields) = stat.rsplit_once(')').unwrap();
        let fields: Vec<_> = fields.split_whitespace().collect();
        let ticks = |field: usize| fields[field].parse::<f64>().unwrap();
        let status = read("status");
        let kibibytes = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            let number = line.unwrap().split_whitespace().next().unwrap();
            number.parse::<i64>().unwrap()
        };
        Self {
            processor: (ticks(11) + ticks(12)) / 100.0,
            resident: kibibytes("VmRSS:"),
            most_resident: kibibytes("VmHWM:"),
            files: count("fd"),
            threads: count("task"),
        }
    }
}
