"""Files and bytes compressed with the LZMA algorithm: the .xz format, the older .lzma format, and raw streams.

    import lzma
    with lzma.open('notes.xz', 'wt') as file:
        file.write('...')
    lzma.decompress(lzma.compress(b'...'))

LZMAFile and open() work on files, compress() and decompress() on bytes, LZMACompressor and LZMADecompressor on bytes
that come in pieces.
"""
import _compression
import builtins as _builtins
import io as _io
import os as _os

from _lzma import *
from _lzma import _decode_filter_properties, _encode_filter_properties

__all__ = [
    'CHECK_NONE', 'CHECK_CRC32', 'CHECK_CRC64', 'CHECK_SHA256', 'CHECK_ID_MAX', 'CHECK_UNKNOWN',
    'FILTER_LZMA1', 'FILTER_LZMA2', 'FILTER_DELTA', 'FILTER_X86', 'FILTER_IA64', 'FILTER_ARM', 'FILTER_ARMTHUMB',
    'FILTER_POWERPC', 'FILTER_SPARC',
    'FORMAT_AUTO', 'FORMAT_XZ', 'FORMAT_ALONE', 'FORMAT_RAW',
    'MF_HC3', 'MF_HC4', 'MF_BT2', 'MF_BT3', 'MF_BT4',
    'MODE_FAST', 'MODE_NORMAL', 'PRESET_DEFAULT', 'PRESET_EXTREME',
    'LZMACompressor', 'LZMADecompressor', 'LZMAFile', 'LZMAError',
    'open', 'compress', 'decompress', 'is_check_supported',
]


class LZMAFile(_compression.BaseStream):
    """A binary file that is compressed as it is written, or decompressed as it is read."""

    def __init__(self, filename=None, mode='r', *, format=None, check=-1, preset=None, filters=None):
        """Open a file by its name (str, bytes or path), or wrap an open binary file.

        mode is 'r' to read, 'w' to write anew, 'x' to create, 'a' to append; each may have a 'b'.

        format is FORMAT_AUTO unless given to read, FORMAT_XZ to write. check, preset and filters are those of
        LZMACompressor; to read, only a raw stream wants filters, and neither check nor preset may be given.
        """
        # Until all is well there is nothing to close.
        self._fp = None
        self._owned = False
        self._compressor = None
        self._buffer = None
        reading = mode in ('r', 'rb')
        if reading:
            if check != -1:
                raise ValueError('Cannot specify an integrity check when opening a file for reading')
            if preset is not None:
                raise ValueError('Cannot specify a preset compression level when opening a file for reading')
            if format is None:
                format = FORMAT_AUTO
        elif mode in ('w', 'wb', 'a', 'ab', 'x', 'xb'):
            if format is None:
                format = FORMAT_XZ
            compressor = LZMACompressor(format=format, check=check, preset=preset, filters=filters)
        else:
            raise ValueError(f'Invalid mode: {mode!r}')
        if isinstance(filename, (str, bytes, _os.PathLike)):
            self._fp = _builtins.open(filename, mode if 'b' in mode else mode + 'b')
            self._owned = True
        elif hasattr(filename, 'read') or hasattr(filename, 'write'):
            self._fp = filename
        else:
            raise TypeError('filename must be a str, bytes, file or PathLike object')
        if reading:
            # What follows the last stream, if it is none itself, is nobody's business.
            raw = _compression.DecompressReader(
                self._fp, LZMADecompressor, trailing_error=LZMAError, format=format, filters=filters)
            self._buffer = _io.BufferedReader(raw)
        else:
            self._compressor = compressor
            self._written = 0

    def close(self):
        """Write what is left and close. A file that was open before stays open. May be called again."""
        if self._fp is None:
            return
        try:
            if self._buffer is not None:
                self._buffer.close()
            elif self._compressor is not None:
                self._fp.write(self._compressor.flush())
        finally:
            file, owned = self._fp, self._owned
            self._fp = self._buffer = self._compressor = None
            self._owned = False
            if owned:
                file.close()

    @property
    def closed(self):
        """Has this file been closed?"""
        return self._fp is None

    def fileno(self):
        """The descriptor of the file underneath."""
        self._check_not_closed()
        return self._fp.fileno()

    def seekable(self):
        """Can positions be changed? They can if it is read from, and the file underneath can."""
        return self.readable() and self._buffer.seekable()

    def readable(self):
        """Was it opened to be read?"""
        self._check_not_closed()
        return self._buffer is not None

    def writable(self):
        """Was it opened to be written?"""
        self._check_not_closed()
        return self._compressor is not None

    def peek(self, size=-1):
        """Some of the bytes that come next, which stay to be read; none at the end only. size does not matter."""
        self._check_can_read()
        return self._buffer.peek(size)

    def read(self, size=-1):
        """At most size bytes, or all that are left; b'' at the end."""
        self._check_can_read()
        return self._buffer.read(size)

    def read1(self, size=-1):
        """At most size bytes with as few reads underneath as can be; b'' at the end."""
        self._check_can_read()
        return self._buffer.read1(_io.DEFAULT_BUFFER_SIZE if size < 0 else size)

    def readline(self, size=-1):
        """A line with its end, or at most size bytes of it; b'' at the end."""
        self._check_can_read()
        return self._buffer.readline(size)

    def write(self, data):
        """Compress bytes; how many they were. What is compressed may stay in memory until close()."""
        self._check_can_write()
        if not isinstance(data, (bytes, bytearray)):
            data = memoryview(data)
            length = data.nbytes
        else:
            length = len(data)
        self._fp.write(self._compressor.compress(data))
        self._written += length
        return length

    def seek(self, offset, whence=_io.SEEK_SET):
        """Go to a position of what is decompressed, and say which. To go back everything is read again."""
        self._check_can_seek()
        return self._buffer.seek(offset, whence)

    def tell(self):
        """The position in what is decompressed."""
        self._check_not_closed()
        return self._written if self._buffer is None else self._buffer.tell()


def open(filename, mode='rb', *, format=None, check=-1, preset=None, filters=None,
         encoding=None, errors=None, newline=None):
    """Open a compressed file: an LZMAFile, or with a 't' in mode an io.TextIOWrapper over one.

    filename may be a name or an open file. encoding, errors and newline are for text only.
    """
    if 't' in mode:
        if 'b' in mode:
            raise ValueError(f'Invalid mode: {mode!r}')
    else:
        for name, value in (('encoding', encoding), ('errors', errors), ('newline', newline)):
            if value is not None:
                raise ValueError(f'Argument {name!r} not supported in binary mode')
    binary = LZMAFile(filename, mode.replace('t', ''), format=format, check=check, preset=preset, filters=filters)
    if 't' not in mode:
        return binary
    return _io.TextIOWrapper(binary, _io.text_encoding(encoding), errors, newline)


def compress(data, format=FORMAT_XZ, check=-1, preset=None, filters=None):
    """The bytes of data, compressed. See LZMACompressor for the other arguments."""
    compressor = LZMACompressor(format, check, preset, filters)
    return compressor.compress(data) + compressor.flush()


def decompress(data, format=FORMAT_AUTO, memlimit=None, filters=None):
    """What the bytes of data were before, stream by stream. See LZMADecompressor for the other arguments."""
    parts = []
    while True:
        decompressor = LZMADecompressor(format, memlimit, filters)
        try:
            part = decompressor.decompress(data)
        except LZMAError:
            if not parts:
                raise
            # No stream begins here: it does not belong to them.
            break
        parts.append(part)
        if not decompressor.eof:
            raise LZMAError('Compressed data ended before the end-of-stream marker was reached')
        data = decompressor.unused_data
        if not data:
            break
    return b''.join(parts)
