//! Both generations of Simkl behind one screen: what is asked of which, counted at the server.

use std::sync::{Arc, Mutex};

use couchpin::auth::DeviceAuthorization;
use couchpin::engine::PhonePageSettings;
use couchpin::pairing::Plan;

use super::*;
use crate::support::simkl::{Application, ApplicationKind, Options};
use crate::support::{Handset, SOON, wait_for};

const V1: Option<Flow> = Some(Flow::Pin);
const V2: Option<Flow> = Some(Flow::Device);

/// A Simkl that knows `v1` and `v2`, each of the generation that it is named after.
fn stand_in() -> StandIn {
    let registered = |client_id: &str, flow| Application {
        client_id: client_id.to_owned(),
        flow,
        kind: ApplicationKind::Device,
        redirect_uri: None,
    };
    StandIn::start(Options {
        applications: vec![registered("v1", Flow::Pin), registered("v2", Flow::Device)],
        interval: Duration::from_secs(1),
        ..Options::default()
    })
    .unwrap()
}

/// An engine that says whether it has waited after an answer before its first code.
struct Launched {
    engine: Engine,
    backed_off: Arc<Mutex<bool>>,
}

fn launch(stand_in: &StandIn, client_id: Option<&str>, folder: &Path) -> Launched {
    let tokens = Tokens::new(folder.to_owned(), StoreChoice::InFile);
    let flows = vec![Flow::Pin, Flow::Device];
    let mut setup = Setup {
        memory: Some(FlowMemory::new(folder)),
        phones: PhonePageSettings {
            address: Some("127.0.0.1".parse().unwrap()),
            ..PhonePageSettings::default()
        },
        ..crate::support::setup::simkl(simkl(stand_in, client_id), flows, tokens)
    };
    let served = &mut setup.services[0];
    served.plan = Plan {
        can_be_set_up: true,
        ..served.plan.clone()
    };
    let backed_off = Arc::new(Mutex::new(false));
    let noted = Arc::clone(&backed_off);
    let engine = Engine::start(setup, move |view| {
        if let View::Asking { trouble, .. } = view {
            *noted.lock().unwrap() |= trouble.is_some();
        }
    });
    Launched {
        engine: engine.unwrap(),
        backed_off,
    }
}

impl Launched {
    /// The flow of the code on the screen, which came without a wait.
    fn flow(&self) -> Flow {
        let flow = waiting(&self.engine).code.flow();
        assert!(!*self.backed_off.lock().unwrap(), "it waited for nothing");
        flow
    }
}

/// The codes that were asked for after so many requests: where, and with which answer.
fn asked(stand_in: &StandIn, from: usize) -> Vec<(Option<Flow>, Option<u16>)> {
    let seen = stand_in.requests().into_iter().skip(from);
    seen.filter(|seen| seen.kind == Kind::CodeRequested)
        .map(|seen| (seen.flow, seen.status))
        .collect()
}

#[test]
fn what_an_issuer_publishes_is_asked_for_once_in_a_run_and_only_for_v2() {
    for (id, flow, discoveries) in [("v2", Flow::Device, 1), ("v1", Flow::Pin, 0)] {
        let (simkl, folder) = (stand_in(), tempfile::tempdir().unwrap());
        let issuer = simkl.api_url().as_str().trim_end_matches('/').to_owned();
        let settings = Settings {
            issuer: Some(issuer),
            ..super::simkl(&simkl, Some(id))
        };
        let tokens = Tokens::new(folder.path().to_owned(), StoreChoice::InFile);
        let flows = vec![Flow::Pin, Flow::Device];
        let setup = crate::support::setup::simkl(settings, flows, tokens);
        let engine = Engine::start(setup, |_| {}).unwrap();
        assert_eq!(waiting(&engine).code.flow(), flow);
        assert_eq!(simkl.approve_all(), 1);
        paired(&engine);
        engine.leave();
        let seen = simkl.requests();
        let asked = seen.iter().filter(|seen| seen.kind == Kind::Discovery);
        assert_eq!(asked.count(), discoveries, "{id}");
    }
}

#[test]
fn a_television_of_v2_spends_one_refused_request_in_all() {
    let (simkl, folder) = (stand_in(), tempfile::tempdir().unwrap());
    let first = launch(&simkl, Some("v2"), folder.path());
    assert_eq!(first.flow(), Flow::Device);
    first.engine.leave();
    let seen = simkl.requests();
    assert_eq!(asked(&simkl, 0), [(V1, Some(400)), (V2, Some(200))]);
    // The shortest wait after an answer is five seconds.
    let refused = seen[0].answered.unwrap();
    assert!(seen[1].at.duration_since(refused) < Duration::from_secs(1));

    let second = launch(&simkl, Some("v2"), folder.path());
    assert_eq!(second.flow(), Flow::Device);
    assert_eq!(simkl.approve_all(), 2);
    paired(&second.engine);
    second.engine.leave();
    let third = launch(&simkl, Some("v2"), folder.path());
    paired(&third.engine);
    third.engine.send(Intent::PairAgain);
    assert_eq!(third.flow(), Flow::Device);
    third.engine.leave();
    assert_eq!(asked(&simkl, seen.len()), [(V2, Some(200)); 2]);
}

/// A phone gives a client id to a television without one. Until its code is on the screen, with its flow.
fn set_up(engine: &Engine, id: &str) -> (Handset, DeviceAuthorization) {
    let page = until(engine, "page for a phone", |view| match view {
        View::SettingUp(set_up) => set_up.page,
        _ => None,
    });
    let phone = Handset::that_scanned(&page);
    assert_eq!(phone.give_client(id, "").status, 303);
    (phone, waiting(engine).code)
}

#[test]
fn a_phone_that_gave_the_client_id_goes_on_to_simkl_with_one_scan() {
    let (simkl, folder) = (stand_in(), tempfile::tempdir().unwrap());
    let Launched { engine, .. } = launch(&simkl, None, folder.path());
    let (phone, code) = set_up(&engine, "v2");
    let page = wait_for("way to Simkl", SOON, || {
        Some(phone.look().body).filter(|page| page.contains(">Continue to Simkl</a>"))
    });
    for part in [
        code.user_code.expose(),
        code.verification_uri_complete.as_str(),
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert_eq!(simkl.approve_all(), 1);
    paired(&engine);
    let page = wait_for("end", SOON, || {
        Some(phone.look().body).filter(|page| page.contains("Done"))
    });
    assert!(page.contains("Your TV is signed in to Simkl."), "{page}");
    engine.leave();
}

#[test]
fn a_code_by_which_the_token_is_asked_for_never_goes_over_the_open_page() {
    let (simkl, folder) = (stand_in(), tempfile::tempdir().unwrap());
    let Launched { engine, .. } = launch(&simkl, None, folder.path());
    let (phone, code) = set_up(&engine, "v1");
    let page = wait_for("end", SOON, || {
        Some(phone.look().body).filter(|page| page.contains("Done"))
    });
    assert!(page.contains("Simkl is set up on your TV."), "{page}");
    assert!(!page.contains(code.user_code.expose()), "{page}");
    engine.leave();
}

#[test]
fn an_id_that_came_from_the_phone_is_refused_once_and_never_at_a_later_launch() {
    let (simkl, folder) = (stand_in(), tempfile::tempdir().unwrap());
    let first = launch(&simkl, None, folder.path());
    set_up(&first.engine, "v2");
    assert_eq!(first.flow(), Flow::Device);
    first.engine.leave();
    assert_eq!(asked(&simkl, 0), [(V1, Some(400)), (V2, Some(200))]);

    let so_far = simkl.requests().len();
    let second = launch(&simkl, Some("v2"), folder.path());
    assert_eq!(second.flow(), Flow::Device);
    second.engine.leave();
    assert_eq!(asked(&simkl, so_far), [(V2, Some(200))]);
}

#[test]
fn an_id_of_v1_asks_nothing_of_v2_from_its_first_code_to_its_end() {
    let (simkl, folder) = (stand_in(), tempfile::tempdir().unwrap());
    let first = launch(&simkl, Some("v1"), folder.path());
    assert_eq!(first.flow(), Flow::Pin);
    assert_eq!(simkl.approve_all(), 1);
    paired(&first.engine);
    first.engine.leave();
    let second = launch(&simkl, Some("v1"), folder.path());
    paired(&second.engine);
    second.engine.send(Intent::Unpair);
    super::until(&second.engine, "signed out", |view| {
        super::signed_out(&view)
    });
    second.engine.send(Intent::TryNow);
    assert_eq!(second.flow(), Flow::Pin);
    second.engine.leave();
    assert_eq!(asked(&simkl, 0), [(V1, Some(200)); 2]);
    let of_v2 = |seen: &crate::support::simkl::Seen| seen.flow == V2;
    assert!(!simkl.requests().iter().any(of_v2));
}

/// Whatever the endpoints of a generation answer once it is switched off, or before it is there.
fn oddities() -> Vec<Fault> {
    vec![
        Fault::Page(404),
        Fault::Page(200),
        Fault::Page(410),
        Fault::Bare(404),
        Fault::Bare(405),
        Fault::Bare(410),
        Fault::Bare(501),
        Fault::Bare(204),
        Fault::Status(200, None),
        Fault::Status(404, None),
        Fault::Status(500, None),
        Fault::Garbage,
        Fault::Redirect("/gone"),
        Fault::Redirect("https://simkl.com/oauth2/device"),
        Fault::DropAfterHandling,
        // Ten seconds, after which a request is given up.
        Fault::Silence,
    ]
}

#[test]
fn where_one_generation_is_switched_off_the_code_of_the_other_is_on_the_screen() {
    let meets = |odd: &Fault, off: Flow| {
        let (simkl, folder) = (stand_in(), tempfile::tempdir().unwrap());
        simkl.set_fault_of(off, odd.clone());
        let (id, flow, answers) = match off {
            Flow::Pin => ("v2", Flow::Device, [V1, V2]),
            Flow::Device => ("v1", Flow::Pin, [V2, V1]),
        };
        if off == Flow::Device {
            FlowMemory::new(folder.path()).remember(id, Flow::Device);
        }
        let launched = launch(&simkl, Some(id), folder.path());
        assert_eq!(launched.flow(), flow, "{odd:?} from {off:?}");
        launched.engine.leave();
        let asked = asked(&simkl, 0);
        let asked: Vec<_> = asked.iter().map(|(flow, _)| *flow).collect();
        assert_eq!(asked, answers, "{odd:?} from {off:?}");
        // And none of it at the next launch.
        assert_eq!(FlowMemory::new(folder.path()).recall(id), Some(flow));
    };
    let cases = oddities().into_iter();
    let cases = cases.flat_map(|odd| [(odd.clone(), Flow::Pin), (odd, Flow::Device)]);
    at_once(cases, |(odd, off)| meets(&odd, off));
}
