//! Which of Simkl's flows worked last for a client id, so that the next launch asks the right one first.
//!
//! A hint, no more: a memory that cannot be read or written costs one request.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::auth::Flow;
use crate::system::{atomic_file, plain_file};

/// A line per client id, of which a person has one or two.
const LARGEST: u64 = 64 * 1024;

/// The memory, by client id: the one that was used, wherever it came from.
#[derive(Debug)]
pub struct FlowMemory {
    file: PathBuf,
}

impl FlowMemory {
    /// The memory in a folder, which need not exist.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        Self {
            file: folder.join("simkl.flows.json"),
        }
    }

    /// The flow that worked last for a client id.
    #[must_use]
    pub fn recall(&self, client_id: &str) -> Option<Flow> {
        self.read().get(client_id).copied()
    }

    /// Remembers the flow that works for a client id.
    pub fn remember(&self, client_id: &str, flow: Flow) {
        let mut flows = self.read();
        if flows.insert(client_id.to_owned(), flow) == Some(flow) {
            return;
        }
        let json = serde_json::to_vec(&flows).unwrap_or_default();
        if let Err(error) = atomic_file::replace_hint(&self.file, &json) {
            tracing::debug!(%error, "the flow that worked could not be remembered");
        }
    }

    fn read(&self) -> BTreeMap<String, Flow> {
        plain_file::read(&self.file, LARGEST)
            .ok()
            .and_then(|json| serde_json::from_slice(&json).ok())
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn each_client_id_has_its_own_memory() {
        let folder = tempfile::tempdir().unwrap();
        let memory = FlowMemory::new(folder.path());
        assert_eq!(memory.recall("a"), None);
        memory.remember("a", Flow::Device);
        memory.remember("b", Flow::Pin);
        assert_eq!(memory.recall("a"), Some(Flow::Device));
        assert_eq!(memory.recall("b"), Some(Flow::Pin));
    }

    #[test]
    fn a_broken_memory_is_no_memory() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("simkl.flows.json"), "{").unwrap();
        let memory = FlowMemory::new(folder.path());
        assert_eq!(memory.recall("a"), None);
        memory.remember("a", Flow::Pin);
        assert_eq!(memory.recall("a"), Some(Flow::Pin));
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_in_its_place_is_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("simkl.flows.json");
        let pipe = std::process::Command::new("mkfifo").arg(&file).status();
        assert!(pipe.unwrap().success());
        let memory = FlowMemory::new(folder.path());
        assert_eq!(memory.recall("a"), None);
        memory.remember("a", Flow::Pin);
        assert_eq!(memory.recall("a"), Some(Flow::Pin));
    }
}
