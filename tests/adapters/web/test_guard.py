import pytest
from yarl import URL

from bot.adapters.web.guard import Guard, is_public, read_origins
from bot.domain.errors import BadSettings, NotAllowed


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.255.255.254", "0.0.0.1", "0.1.2.3", "10.1.2.3", "100.64.0.1", "100.100.100.200", "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.0.1", "198.18.0.1", "198.51.100.1",
        "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "168.63.129.16",
        "::", "::1", "::127.0.0.1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1", "64:ff9b::808:808",
        "64:ff9b:1::1", "100::1", "2001::1", "2001:0:808:808::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::", "2002:808:808::1",
        "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "ff0e::1", "4000::1",
        "", "localhost", "8.8.8", "0x8.8.8.8", "8.8.8.8 ", "010.8.8.8",
    ],
)  # fmt: skip
def test_an_address_that_is_not_ordinary_public_web_is_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "8.8.8.8",
        "1.1.1.1",
        "93.184.216.34",
        "172.15.0.1",
        "172.32.0.1",
        "100.63.0.1",
        "2606:4700::1111",
        "2a00:1450::1",
    ],
)
def test_an_ordinary_public_address_passes(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://[::1]/", "https://192.168.1.1/admin", "http://localhost/", "http://LOCALHOST./",
        "http://a.localhost/", "http://metadata.google.internal/", "http://printer.local/", "http://8.8.8.8:22/",
        "https://example.org:8443/", "http://example.org:8080/",
    ],
)  # fmt: skip
def test_what_needs_no_look_up_is_refused_before_one(url: str) -> None:
    with pytest.raises(NotAllowed) as caught:
        Guard().check(URL(url))
    assert caught.value.code == "blocked_address"


@pytest.mark.parametrize(
    "url", ["http://example.org/", "https://example.org/", "http://example.org:443/", "https://8.8.8.8/"]
)
def test_the_usual_ports_of_public_hosts_pass(url: str) -> None:
    Guard().check(URL(url))


def test_an_origin_is_lifted_exactly() -> None:
    guard = Guard(read_origins("Wiki.corp:8080, 10.0.0.5:80,[::1]:81"))
    for allowed in (
        "http://wiki.corp:8080/x",
        "http://WIKI.corp.:8080/",
        "http://10.0.0.5/",
        "http://[::1]:81/",
    ):
        guard.check(URL(allowed))
    for refused in (
        "http://wiki.corp:8081/",
        "http://10.0.0.5:81/",
        "http://10.0.0.6/",
        "http://[::1]/",
        "http://x.wiki.corp:8080/",
    ):
        with pytest.raises(NotAllowed):
            guard.check(URL(refused))


@pytest.mark.parametrize(
    "setting",
    ["wiki", "wiki:", "wiki:0x50", "wiki:99999", "http://wiki:80", "wiki:80/path", "me@wiki:80", "*:80"],
)
def test_an_origin_that_can_not_be_read_is_a_bad_setting(setting: str) -> None:
    with pytest.raises(BadSettings):
        read_origins(setting)


def test_nothing_is_lifted_by_an_empty_setting() -> None:
    assert read_origins(" , ") == frozenset()
