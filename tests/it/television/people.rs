//! Two people on one television.

use couchpin::auth::Flow;
use serde_json::Value;

use super::{Setup, code_in};
use crate::support::{Bus, SOON, ScreenReader, wait_for};

#[test]
#[ignore = "needs Xvfb, xdotool, imagemagick, zbar-tools, at-spi2-core and python3: run by .ci/run"]
fn a_second_person_is_added_by_remote_and_both_are_there_at_the_next_start() {
    let bus = Bus::start();
    let mut setup = Setup::with(Flow::Device, &["--interval", "1"]);
    setup.home = setup.home.on_bus(&bus.address);
    let reader = ScreenReader::on(&bus);
    let screen = setup.home.screen(&setup.display, &[]);
    let first = setup.display.wait_for_qr();
    setup.server.approve(code_in(&first));
    screen.wait_for_view("paired", SOON);
    reader.wait_for_focus("Done");
    let walk = |keys: &[&str], there: &str| {
        for key in keys {
            std::thread::sleep(std::time::Duration::from_millis(500));
            setup.display.press(&[key]);
        }
        reader.wait_for_focus(there);
    };
    walk(&["Right", "Right", "Return"], "Settings");
    walk(&["Down"; 5], "All services");
    walk(&["Return"], "Simkl");
    walk(&["Down", "Return"], "Settings");
    walk(&["Down"; 3], "Add a person to Simkl");
    walk(&["Return"], "Enlarge QR");
    let second = setup.display.wait_for_qr();
    assert_ne!(first, second);
    setup.server.approve(code_in(&second));
    walk(&[], "Done");
    walk(&["Return"], "Simkl");
    drop(screen);

    let told = setup.home.run(&["status", "--json"]).out;
    let told: Value = serde_json::from_str(&told).unwrap();
    let paired = told["services"].as_array().unwrap().iter();
    let paired: Vec<_> = paired.filter(|one| one["paired"] == true).collect();
    let accounts: Vec<_> = paired.iter().map(|one| &one["household_account"]).collect();
    assert_eq!(accounts, [&Value::Null, &Value::from("2")]);
    let [own, other] = [&["token"][..], &["token", "--account", "2"]].map(|args| {
        let told = setup.home.run(args);
        assert_eq!(told.code, Some(0), "{told:?}");
        told.out
    });
    assert_ne!(own, other);
    let again = setup.home.screen(&setup.display, &[]);
    wait_for("the choice", SOON, || {
        (again.log.count(0, "view=\"home\"") > 0).then_some(())
    });
}
