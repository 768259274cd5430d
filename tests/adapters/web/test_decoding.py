import gzip
import os
import sys
import zlib
from collections.abc import AsyncIterator, Callable, Iterable

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.web.decoding import MOST_MEMBERS, STEP, decode
from bot.domain.errors import UnusableSource

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

TEXT = b"The harbour opens on Monday. " * 20_000


def _raw_deflate(data: bytes) -> bytes:
    return zlib.compress(data)[2:-4]


CODINGS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "x-gzip": ("X-GZip", gzip.compress),
    "deflate": ("deflate", zlib.compress),
    "raw deflate": ("deflate", _raw_deflate),
    "brotli": ("br", brotli.compress),
    "zstd": ("zstd", zstd.compress),
    "identity": ("identity", bytes),
    "none": ("", bytes),
}


async def _pieces(data: Iterable[bytes]) -> AsyncIterator[bytes]:
    for piece in data:
        yield piece


def _cut(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


async def _decoded(data: Iterable[bytes], coding: str) -> bytes:
    return b"".join([part async for part in decode(_pieces(data), coding)])


@pytest.mark.parametrize("name", CODINGS)
@pytest.mark.parametrize("size", [1, 7, 1000, 10_000_000])
async def test_each_coding_is_undone_however_it_is_cut(name: str, size: int) -> None:
    coding, encode = CODINGS[name]
    text = TEXT if size > 7 else TEXT[:3000]
    assert await _decoded(_cut(encode(text), size), coding) == text


@given(data=st.binary(max_size=5000), name=st.sampled_from(sorted(CODINGS)), size=st.integers(1, 700))
async def test_any_bytes_come_back(data: bytes, name: str, size: int) -> None:
    coding, encode = CODINGS[name]
    assert await _decoded(_cut(encode(data), size), coding) == data


@pytest.mark.parametrize("name", ["gzip", "deflate", "brotli", "zstd"])
async def test_a_bomb_is_decoded_in_small_steps(name: str) -> None:
    coding, encode = CODINGS[name]
    sizes = [len(part) async for part in decode(_pieces([encode(bytes(5_000_000))]), coding)]
    assert sum(sizes) == 5_000_000
    assert max(sizes) <= 2 * STEP


@pytest.mark.parametrize("name", ["gzip", "deflate", "brotli", "zstd"])
async def test_an_empty_body_is_empty_in_any_coding(name: str) -> None:
    assert await _decoded([], CODINGS[name][0]) == b""


@pytest.mark.parametrize("name", ["gzip", "deflate", "raw deflate", "brotli", "zstd"])
async def test_a_coding_that_breaks_off_is_not_taken_for_the_whole(name: str) -> None:
    coding, encode = CODINGS[name]
    with pytest.raises(UnusableSource) as caught:
        await _decoded([encode(os.urandom(5000))[:-20]], coding)
    assert caught.value.code == "unreadable"


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
async def test_what_is_not_in_its_coding_is_unreadable(coding: str) -> None:
    with pytest.raises(UnusableSource):
        await _decoded([b"\xff<html>nothing packed here</html>"], coding)


@pytest.mark.parametrize("coding", ["compress", "gzip, gzip", "aes128gcm"])
async def test_an_unknown_coding_is_unreadable(coding: str) -> None:
    with pytest.raises(UnusableSource):
        await _decoded([b"x"], coding)


async def test_members_of_gzip_and_frames_of_zstd_are_joined() -> None:
    assert await _decoded(_cut(gzip.compress(b"a") + gzip.compress(b"b"), 5), "gzip") == b"ab"
    assert await _decoded(_cut(zstd.compress(b"a") + zstd.compress(b"b"), 5), "zstd") == b"ab"


@pytest.mark.parametrize("name", ["gzip", "zstd"])
async def test_endless_empty_members_are_no_page(name: str) -> None:
    coding, encode = CODINGS[name]
    with pytest.raises(UnusableSource):
        await _decoded([encode(b"") * (MOST_MEMBERS + 1)], coding)


async def test_what_stands_after_gzip_is_ignored() -> None:
    assert await _decoded([gzip.compress(b"a") + b"\0\0", b"more"], "gzip") == b"a"


async def test_a_zstd_frame_that_wants_a_giant_window_is_refused() -> None:
    options: dict[int, int] = {
        zstd.CompressionParameter.window_log: 27,
        zstd.CompressionParameter.enable_long_distance_matching: 1,
    }
    compressor = zstd.ZstdCompressor(options=options)
    giant = compressor.compress(bytes(1000)) + compressor.flush()
    with pytest.raises(UnusableSource):
        await _decoded([giant], "zstd")
