#!/usr/bin/python3
"""What assistive technology is told, as Debian's own client of AT-SPI receives it.

It shares no code with Couchpin: it is libatspi, which Orca listens through. DBUS_SESSION_BUS_ADDRESS names the
session. It switches accessibility on for that session, as a screen reader does, and writes a line of JSON for

    {"ready": true}            from now on it hears
    {"said": TEXT}             an announcement of a live region
    {"focus": NAME}            a control that got the focus
    {"tree": [{"role", "name", "description", "text", "states"}, ...]}    the answer to the line "look" on standard
                               input: everything that couchpin shows, in reading order

The line "go NAME" moves the focus to the control of that name, as a screen reader's own commands do.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

STATES = ["FOCUSED", "FOCUSABLE", "ENABLED", "READ_ONLY", "CHECKED"]


def tell(**what):
    print(json.dumps(what), flush=True)


def switch_on():
    """Both switches, as a desktop's settings and Orca turn them."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for switch in ["IsEnabled", "ScreenReaderEnabled"]:
        value = GLib.Variant("(ssv)", ("org.a11y.Status", switch, GLib.Variant("b", True)))
        bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
                      value, None, Gio.DBusCallFlags.NONE, 10_000)


def hear(event):
    if event.type.startswith("object:announcement"):
        tell(said=event.any_data)
    elif event.type.startswith("object:state-changed:focused") and event.detail1:
        tell(focus=event.source.get_name())


def nodes(node):
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from nodes(child)


def everything():
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(index)
        if program is not None and program.get_name() == "couchpin":
            yield from nodes(program)


def describe(node):
    states = node.get_state_set()
    text = Atspi.Text.get_text(node, 0, -1) if "Text" in node.get_interfaces() else None
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "text": text,
        "states": [s for s in STATES if states.contains(getattr(Atspi.StateType, s))],
    }


def obey(stream, _condition):
    order = stream.readline().rstrip("\n")
    if order == "look":
        tell(tree=[describe(node) for node in everything()])
    elif order.startswith("go "):
        for node in everything():
            if node.get_name() == order[3:]:
                Atspi.Component.grab_focus(node)
    else:
        loop.quit()
    return True


switch_on()
Atspi.init()
listener = Atspi.EventListener.new(hear)
for kind in ["object:announcement", "object:state-changed:focused"]:
    assert listener.register(kind), kind
loop = GLib.MainLoop()
GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, obey)
GLib.idle_add(lambda: tell(ready=True))
loop.run()
