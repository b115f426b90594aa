"""Encrypted connections (TLS) over sockets, or over bytes in memory.

    context = ssl.create_default_context()
    with socket.create_connection((host, 443)) as plain:
        with context.wrap_socket(plain, server_hostname=host) as secure:
            secure.sendall(request)

SSLContext holds settings, certificates and whom to trust; wrap_socket() makes an SSLSocket of a connected socket, and
wrap_bio() an SSLObject, which reads and writes MemoryBIOs and never waits. create_default_context() has settings that are
safe. A failure is an SSLError; SSLCertVerificationError says that the peer is not who it should be.
"""
import os
import sys
import warnings
from base64 import b64encode as _b64encode, decodebytes as _decodebytes
from collections import namedtuple
from contextlib import suppress as _suppress
from enum import Enum as _Enum, IntEnum as _IntEnum, IntFlag as _IntFlag, _simple_enum
from errno import EINVAL as _EINVAL, ENOTCONN as _ENOTCONN
from socket import SO_TYPE, SOCK_STREAM, SOL_SOCKET, _GLOBAL_DEFAULT_TIMEOUT, create_connection, socket

import _ssl
from _ssl import (
    HAS_ALPN, HAS_ECDH, HAS_NPN, HAS_SNI, HAS_SSLv2, HAS_SSLv3, HAS_TLSv1, HAS_TLSv1_1, HAS_TLSv1_2, HAS_TLSv1_3,
    OPENSSL_VERSION, OPENSSL_VERSION_INFO, OPENSSL_VERSION_NUMBER, _DEFAULT_CIPHERS, _OPENSSL_API_VERSION,
    MemoryBIO, RAND_add, RAND_bytes, RAND_status, SSLCertVerificationError, SSLEOFError, SSLError, SSLSession,
    SSLSyscallError, SSLWantReadError, SSLWantWriteError, SSLZeroReturnError, _SSLContext,
    nid2obj as _nid2obj, txt2obj as _txt2obj,
)


def _enumeration(base, name, belongs):
    """An enum of those names of _ssl, which are names of this module as well."""
    return base._convert_(name, __name__, belongs, source=_ssl)


_enumeration(_IntEnum, '_SSLMethod', lambda name: name.startswith('PROTOCOL_') and name != 'PROTOCOL_SSLv23')
_enumeration(_IntFlag, 'Options', lambda name: name.startswith('OP_'))
_enumeration(_IntEnum, 'AlertDescription', lambda name: name.startswith('ALERT_DESCRIPTION_'))
_enumeration(_IntEnum, 'SSLErrorNumber', lambda name: name.startswith('SSL_ERROR_'))
_enumeration(_IntFlag, 'VerifyFlags', lambda name: name.startswith('VERIFY_'))
_enumeration(_IntEnum, 'VerifyMode', lambda name: name.startswith('CERT_'))

PROTOCOL_SSLv23 = _SSLMethod.PROTOCOL_SSLv23 = _SSLMethod.PROTOCOL_TLS
_PROTOCOL_NAMES = {value: name for name, value in _SSLMethod.__members__.items()}
_SSLv2_IF_EXISTS = getattr(_SSLMethod, 'PROTOCOL_SSLv2', None)


@_simple_enum(_IntEnum)
class TLSVersion:
    MINIMUM_SUPPORTED = _ssl.PROTO_MINIMUM_SUPPORTED
    SSLv3 = _ssl.PROTO_SSLv3
    TLSv1 = _ssl.PROTO_TLSv1
    TLSv1_1 = _ssl.PROTO_TLSv1_1
    TLSv1_2 = _ssl.PROTO_TLSv1_2
    TLSv1_3 = _ssl.PROTO_TLSv1_3
    MAXIMUM_SUPPORTED = _ssl.PROTO_MAXIMUM_SUPPORTED


# What records, alerts and messages are called in the standards.
_TLSContentType = _IntEnum('_TLSContentType', {
    'CHANGE_CIPHER_SPEC': 20, 'ALERT': 21, 'HANDSHAKE': 22, 'APPLICATION_DATA': 23, 'HEADER': 0x100,
    'INNER_CONTENT_TYPE': 0x101,
}, module=__name__)

_TLSAlertType = _IntEnum('_TLSAlertType', {
    'CLOSE_NOTIFY': 0, 'UNEXPECTED_MESSAGE': 10, 'BAD_RECORD_MAC': 20, 'DECRYPTION_FAILED': 21, 'RECORD_OVERFLOW': 22,
    'DECOMPRESSION_FAILURE': 30, 'HANDSHAKE_FAILURE': 40, 'NO_CERTIFICATE': 41, 'BAD_CERTIFICATE': 42,
    'UNSUPPORTED_CERTIFICATE': 43, 'CERTIFICATE_REVOKED': 44, 'CERTIFICATE_EXPIRED': 45, 'CERTIFICATE_UNKNOWN': 46,
    'ILLEGAL_PARAMETER': 47, 'UNKNOWN_CA': 48, 'ACCESS_DENIED': 49, 'DECODE_ERROR': 50, 'DECRYPT_ERROR': 51,
    'EXPORT_RESTRICTION': 60, 'PROTOCOL_VERSION': 70, 'INSUFFICIENT_SECURITY': 71, 'INTERNAL_ERROR': 80,
    'INAPPROPRIATE_FALLBACK': 86, 'USER_CANCELED': 90, 'NO_RENEGOTIATION': 100, 'MISSING_EXTENSION': 109,
    'UNSUPPORTED_EXTENSION': 110, 'CERTIFICATE_UNOBTAINABLE': 111, 'UNRECOGNIZED_NAME': 112,
    'BAD_CERTIFICATE_STATUS_RESPONSE': 113, 'BAD_CERTIFICATE_HASH_VALUE': 114, 'UNKNOWN_PSK_IDENTITY': 115,
    'CERTIFICATE_REQUIRED': 116, 'NO_APPLICATION_PROTOCOL': 120,
}, module=__name__)

_TLSMessageType = _IntEnum('_TLSMessageType', {
    'HELLO_REQUEST': 0, 'CLIENT_HELLO': 1, 'SERVER_HELLO': 2, 'HELLO_VERIFY_REQUEST': 3, 'NEWSESSION_TICKET': 4,
    'END_OF_EARLY_DATA': 5, 'HELLO_RETRY_REQUEST': 6, 'ENCRYPTED_EXTENSIONS': 8, 'CERTIFICATE': 11,
    'SERVER_KEY_EXCHANGE': 12, 'CERTIFICATE_REQUEST': 13, 'SERVER_DONE': 14, 'CERTIFICATE_VERIFY': 15,
    'CLIENT_KEY_EXCHANGE': 16, 'FINISHED': 20, 'CERTIFICATE_URL': 21, 'CERTIFICATE_STATUS': 22, 'SUPPLEMENTAL_DATA': 23,
    'KEY_UPDATE': 24, 'NEXT_PROTO': 67, 'MESSAGE_HASH': 254, 'CHANGE_CIPHER_SPEC': 0x0101,
}, module=__name__)

socket_error = OSError
CertificateError = SSLCertVerificationError
CHANNEL_BINDING_TYPES = ['tls-unique']
HAS_NEVER_CHECK_COMMON_NAME = hasattr(_ssl, 'HOSTFLAG_NEVER_CHECK_SUBJECT')

PEM_HEADER = '-----BEGIN CERTIFICATE-----'
PEM_FOOTER = '-----END CERTIFICATE-----'

DefaultVerifyPaths = namedtuple(
    'DefaultVerifyPaths', 'cafile capath openssl_cafile_env openssl_cafile openssl_capath_env openssl_capath')


def get_default_verify_paths():
    """Where certificates are looked for if nothing else is said: a DefaultVerifyPaths, None for what is not there."""
    file_variable, file, folder_variable, folder = _ssl.get_default_verify_paths()
    cafile = os.environ.get(file_variable, file)
    capath = os.environ.get(folder_variable, folder)
    return DefaultVerifyPaths(
        cafile if os.path.isfile(cafile) else None, capath if os.path.isdir(capath) else None,
        file_variable, file, folder_variable, folder)


class _ASN1Object(namedtuple('_ASN1Object', 'nid shortname longname oid')):
    """What ASN.1 has an identifier for."""

    __slots__ = ()

    def __new__(cls, oid):
        return super().__new__(cls, *_txt2obj(oid, name=False))

    @classmethod
    def fromnid(cls, nid):
        """The one with this number of OpenSSL's."""
        return super().__new__(cls, *_nid2obj(nid))

    @classmethod
    def fromname(cls, name):
        """The one with this short name, long name or identifier."""
        return super().__new__(cls, *_txt2obj(name, name=True))


class Purpose(_ASN1Object, _Enum):
    """What a context is for: to verify servers, or clients."""

    SERVER_AUTH = '1.3.6.1.5.5.7.3.1'
    CLIENT_AUTH = '1.3.6.1.5.5.7.3.2'


def _ascii_name(hostname):
    if hostname is None:
        return None
    if isinstance(hostname, str):
        return hostname.encode('idna').decode('ascii')
    return hostname.decode('ascii')


def _typed(name, enumeration):
    """A property of the native context, with its values in an enum."""
    native = getattr(_SSLContext, name)

    def get(self):
        return enumeration(native.__get__(self))

    def set(self, value):
        native.__set__(self, value)

    return property(get, set, doc=native.__doc__)


class SSLContext(_SSLContext):
    """What connections have in common: settings, certificates, keys, and whom to trust."""

    sslsocket_class = None
    sslobject_class = None

    def __new__(cls, protocol=None, *args, **kwargs):
        if protocol is None:
            warnings.warn('ssl.SSLContext() without protocol argument is deprecated.', DeprecationWarning, stacklevel=2)
            protocol = PROTOCOL_TLS
        return _SSLContext.__new__(cls, protocol)

    def _encode_hostname(self, hostname):
        return _ascii_name(hostname)

    def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True,
                    server_hostname=None, session=None):
        """Make an SSLSocket of a socket, which is detached."""
        return self.sslsocket_class._create(
            sock=sock, server_side=server_side, do_handshake_on_connect=do_handshake_on_connect,
            suppress_ragged_eofs=suppress_ragged_eofs, server_hostname=server_hostname, context=self, session=session)

    def wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
        """Make an SSLObject that reads one MemoryBIO and writes another."""
        return self.sslobject_class._create(
            incoming, outgoing, server_side=server_side, server_hostname=self._encode_hostname(server_hostname),
            session=session, context=self)

    def set_npn_protocols(self, npn_protocols):
        """Does nothing: the extension of this name is gone."""
        warnings.warn('ssl NPN is deprecated, use ALPN instead', DeprecationWarning, stacklevel=2)

    def set_servername_callback(self, server_name_callback):
        """Have function(connection, name, context) called when a client says whom it calls."""
        if server_name_callback is None:
            self.sni_callback = None
            return
        if not callable(server_name_callback):
            raise TypeError('not a callable object')

        def with_ascii_name(connection, name, context):
            return server_name_callback(connection, self._encode_hostname(name), context)

        self.sni_callback = with_ascii_name

    def set_alpn_protocols(self, alpn_protocols):
        """The protocols to be spoken, the best one first."""
        listed = bytearray()
        for protocol in alpn_protocols:
            name = bytes(protocol, 'ascii')
            if not 1 <= len(name) <= 255:
                raise SSLError('ALPN protocols must be 1 to 255 in length')
            listed.append(len(name))
            listed += name
        self._set_alpn_protocols(listed)

    def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
        """Trust whom the system trusts."""
        if not isinstance(purpose, _ASN1Object):
            raise TypeError(purpose)
        self.set_default_verify_paths()

    minimum_version = _typed('minimum_version', TLSVersion)
    maximum_version = _typed('maximum_version', TLSVersion)
    options = _typed('options', Options)
    verify_flags = _typed('verify_flags', VerifyFlags)
    verify_mode = _typed('verify_mode', VerifyMode)

    @minimum_version.setter
    def minimum_version(self, value):
        if value == TLSVersion.SSLv3:
            self.options &= ~Options.OP_NO_SSLv3
        _SSLContext.minimum_version.__set__(self, value)

    @property
    def _msg_callback(self):
        """None: the library under this one does not tell of its messages."""
        return None

    @_msg_callback.setter
    def _msg_callback(self, callback):
        if callback is None:
            return
        if not callable(callback):
            raise TypeError(f'{callback} is not callable.')
        raise NotImplementedError('Callbacks for messages are not supported by your OpenSSL version.')

    @property
    def protocol(self):
        return _SSLMethod(super().protocol)

    @property
    def hostname_checks_common_name(self):
        """Is the subject's common name looked at where a certificate has no other names?"""
        return not self._host_flags & _ssl.HOSTFLAG_NEVER_CHECK_SUBJECT

    @hostname_checks_common_name.setter
    def hostname_checks_common_name(self, value):
        others = self._host_flags & ~_ssl.HOSTFLAG_NEVER_CHECK_SUBJECT
        self._host_flags = others if value else others | _ssl.HOSTFLAG_NEVER_CHECK_SUBJECT


_PROTOCOLS = {Purpose.SERVER_AUTH: PROTOCOL_TLS_CLIENT, Purpose.CLIENT_AUTH: PROTOCOL_TLS_SERVER}


def _protocol_for(purpose):
    """Which side it is that has such a peer."""
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)
    if purpose not in _PROTOCOLS:
        raise ValueError(purpose)
    return _PROTOCOLS[purpose]


def _finished(context, purpose, *authorities):
    """The context with those trusted that are named, or the system's if it trusts nobody yet; it logs keys if it shall."""
    if any(authorities):
        context.load_verify_locations(*authorities)
    elif context.verify_mode is not VerifyMode.CERT_NONE:
        context.load_default_certs(purpose)
    if not sys.flags.ignore_environment and (path := os.environ.get('SSLKEYLOGFILE')):
        context.keylog_filename = path
    return context


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    """A context with safe settings, to verify servers (a client's) or for a server."""
    # The protocol of a client comes with certificates and names being checked.
    return _finished(SSLContext(_protocol_for(purpose)), purpose, cafile, capath, cadata)


def _create_unverified_context(protocol=None, *, cert_reqs=CERT_NONE, check_hostname=False, purpose=Purpose.SERVER_AUTH,
                               certfile=None, keyfile=None, cafile=None, capath=None, cadata=None):
    """A context that trusts everybody unless it is told otherwise, for modules whose interface has no context."""
    usual = _protocol_for(purpose)
    context = SSLContext(usual if protocol is None else protocol)
    # Who checks names verifies, so that comes first and last.
    context.check_hostname = check_hostname
    if cert_reqs is not None:
        context.verify_mode = cert_reqs
    if check_hostname:
        context.check_hostname = True
    if certfile:
        context.load_cert_chain(certfile, keyfile)
    elif keyfile:
        raise ValueError('certfile must be specified')
    return _finished(context, purpose, cafile, capath, cadata)


_create_default_https_context = create_default_context
_create_stdlib_context = _create_unverified_context

_NO_CONSTRUCTOR = '{} does not have a public constructor. Instances are returned by SSLContext.{}().'


class SSLObject:
    """An encrypted connection over two MemoryBIOs: what has to wait for the peer raises SSLWantReadError."""

    def __init__(self, *args, **kwargs):
        raise TypeError(_NO_CONSTRUCTOR.format(self.__class__.__name__, 'wrap_bio'))

    @classmethod
    def _create(cls, incoming, outgoing, server_side=False, server_hostname=None, session=None, context=None):
        self = cls.__new__(cls)
        self._sslobj = context._wrap_bio(
            incoming, outgoing, server_side=server_side, server_hostname=server_hostname, owner=self, session=session)
        return self

    @property
    def context(self):
        """The SSLContext; a server may take another one while it is told whom the client calls."""
        return self._sslobj.context

    @context.setter
    def context(self, context):
        self._sslobj.context = context

    @property
    def session(self):
        """What the two sides remember to go on with later, an SSLSession."""
        return self._sslobj.session

    @session.setter
    def session(self, session):
        self._sslobj.session = session

    @property
    def session_reused(self):
        """Was an earlier session gone on with?"""
        return self._sslobj.session_reused

    @property
    def server_side(self):
        """Is this the server's side?"""
        return self._sslobj.server_side

    @property
    def server_hostname(self):
        """Whom a client calls, or None."""
        return self._sslobj.server_hostname

    def read(self, len=1024, buffer=None):
        """Up to so many bytes; with a buffer, they are put there and counted."""
        return self._sslobj.read(len) if buffer is None else self._sslobj.read(len, buffer)

    def write(self, data):
        """Encrypt the bytes, and say how many they were."""
        return self._sslobj.write(data)

    def getpeercert(self, binary_form=False):
        """The peer's certificate as a dict, empty if it was not verified, or its bytes; None if it has none."""
        return self._sslobj.getpeercert(binary_form)

    def selected_npn_protocol(self):
        """None: the extension of this name is gone."""
        warnings.warn('ssl NPN is deprecated, use ALPN instead', DeprecationWarning, stacklevel=2)

    def selected_alpn_protocol(self):
        """The protocol that both sides speak, or None."""
        return self._sslobj.selected_alpn_protocol()

    def cipher(self):
        """(name, version it came with, bits), or None."""
        return self._sslobj.cipher()

    def shared_ciphers(self):
        """The ciphers that both sides have, or None at a client."""
        return self._sslobj.shared_ciphers()

    def compression(self):
        """None: nothing is compressed."""
        return self._sslobj.compression()

    def pending(self):
        """How many bytes can be read at once."""
        return self._sslobj.pending()

    def do_handshake(self):
        """Agree with the peer on how to encrypt."""
        self._sslobj.do_handshake()

    def unwrap(self):
        """Say that nothing more will be written, and hear the same of the peer."""
        return self._sslobj.shutdown()

    def get_channel_binding(self, cb_type='tls-unique'):
        """Bytes that only the two ends of this very connection know."""
        return self._sslobj.get_channel_binding(cb_type)

    def version(self):
        """'TLSv1.3', or None before the handshake."""
        return self._sslobj.version()

    def verify_client_post_handshake(self):
        """Ask a client for its certificate now."""
        return self._sslobj.verify_client_post_handshake()


def _sslcopydoc(function):
    """The same is said of the method of this name of SSLObject."""
    function.__doc__ = getattr(SSLObject, function.__name__).__doc__
    return function


class SSLSocket(socket):
    """A socket whose bytes are encrypted on their way."""

    def __init__(self, *args, **kwargs):
        raise TypeError(_NO_CONSTRUCTOR.format(self.__class__.__name__, 'wrap_socket'))

    @classmethod
    def _create(cls, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True,
                server_hostname=None, context=None, session=None):
        if sock.getsockopt(SOL_SOCKET, SO_TYPE) != SOCK_STREAM:
            raise NotImplementedError('only stream sockets are supported')
        for name, value in (('server_hostname', server_hostname), ('session', session)):
            if server_side and value:
                raise ValueError(f'{name} can only be specified in client mode')
        if context.check_hostname and not server_hostname:
            raise ValueError('check_hostname requires server_hostname')
        self = cls.__new__(cls)
        self._take_over(sock)
        try:
            self._closed, self._sslobj = False, None
            self._context, self._session = context, session
            self.server_side, self.server_hostname = server_side, context._encode_hostname(server_hostname)
            self.do_handshake_on_connect, self.suppress_ragged_eofs = do_handshake_on_connect, suppress_ragged_eofs
            self._connected = self._is_connected()
            if self._connected:
                self._begin()
        except BaseException:
            with _suppress(OSError):
                self.close()
            raise
        return self

    def _take_over(self, plain):
        """Become the owner of its descriptor."""
        timeout = plain.gettimeout()
        socket.__init__(self, plain.family, plain.type, plain.proto, plain.fileno())
        plain.detach()
        self.settimeout(timeout)

    def _is_connected(self):
        try:
            self.getpeername()
        except OSError as error:
            if error.errno != _ENOTCONN:
                raise
            self._refuse_early_data(error.errno)
            return False
        return True

    def _refuse_early_data(self, errno):
        """What was sent before the connection broke was not encrypted, and nobody may take it for something that was."""
        timeout = self.gettimeout()
        self.settimeout(0)
        try:
            data = socket.recv(self, 1)
        except OSError as error:
            if error.errno not in (_ENOTCONN, _EINVAL):
                raise
            data = b''
        self.settimeout(timeout)
        if not data:
            return
        error = SSLError(errno, 'Closed before TLS handshake with data in recv buffer.')
        error.reason = error.strerror
        error.library = None
        raise error

    def _wrapped(self):
        return self._context._wrap_socket(
            self, self.server_side, self.server_hostname, owner=self, session=self._session)

    def _begin(self):
        """The connection is there: encrypt it."""
        self._sslobj = self._wrapped()
        if not self.do_handshake_on_connect:
            return
        if self.gettimeout() == 0:
            raise ValueError('do_handshake_on_connect should not be specified for non-blocking sockets')
        self.do_handshake()

    @property
    @_sslcopydoc
    def context(self):
        return self._context

    @context.setter
    def context(self, context):
        self._context = context
        self._sslobj.context = context

    @property
    @_sslcopydoc
    def session(self):
        return None if self._sslobj is None else self._sslobj.session

    @session.setter
    def session(self, session):
        self._session = session
        if self._sslobj is not None:
            self._sslobj.session = session

    @property
    @_sslcopydoc
    def session_reused(self):
        return None if self._sslobj is None else self._sslobj.session_reused

    def dup(self):
        raise NotImplementedError("Can't dup() %s instances" % self.__class__.__name__)

    def _checkClosed(self, msg=None):
        """For file objects that are made of this."""

    def _check_connected(self):
        if not self._connected:
            # The system says why.
            self.getpeername()

    def read(self, len=1024, buffer=None):
        """Up to so many bytes, none at the end; with a buffer, they are put there and counted."""
        self._checkClosed()
        if self._sslobj is None:
            raise ValueError('Read on closed or unwrapped SSL socket.')
        try:
            return self._sslobj.read(len) if buffer is None else self._sslobj.read(len, buffer)
        except SSLError as error:
            if error.args[0] != SSL_ERROR_EOF or not self.suppress_ragged_eofs:
                raise
            return b'' if buffer is None else 0

    def write(self, data):
        """Encrypt the bytes and send them, and say how many they were."""
        self._checkClosed()
        if self._sslobj is None:
            raise ValueError('Write on closed or unwrapped SSL socket.')
        return self._sslobj.write(data)

    @_sslcopydoc
    def getpeercert(self, binary_form=False):
        self._checkClosed()
        self._check_connected()
        return self._sslobj.getpeercert(binary_form)

    @_sslcopydoc
    def selected_npn_protocol(self):
        self._checkClosed()
        warnings.warn('ssl NPN is deprecated, use ALPN instead', DeprecationWarning, stacklevel=2)

    def _ask(self, what):
        self._checkClosed()
        return None if self._sslobj is None else getattr(self._sslobj, what)()

    @_sslcopydoc
    def selected_alpn_protocol(self):
        return self._ask('selected_alpn_protocol')

    @_sslcopydoc
    def cipher(self):
        return self._ask('cipher')

    @_sslcopydoc
    def shared_ciphers(self):
        return self._ask('shared_ciphers')

    @_sslcopydoc
    def compression(self):
        return self._ask('compression')

    @_sslcopydoc
    def version(self):
        return self._ask('version')

    @_sslcopydoc
    def pending(self):
        return self._ask('pending') or 0

    def _refuse_flags(self, flags, method):
        if flags != 0:
            raise ValueError(f'non-zero flags not allowed in calls to {method}() on {self.__class__}')

    def _refuse(self, method):
        raise ValueError(f'{method} not allowed on instances of {self.__class__}')

    def send(self, data, flags=0):
        self._checkClosed()
        if self._sslobj is None:
            return super().send(data, flags)
        self._refuse_flags(flags, 'send')
        return self._sslobj.write(data)

    def sendall(self, data, flags=0):
        self._checkClosed()
        if self._sslobj is None:
            return super().sendall(data, flags)
        self._refuse_flags(flags, 'sendall')
        with memoryview(data) as view, view.cast('B') as octets:
            sent = 0
            while sent < len(octets):
                sent += self.send(octets[sent:])

    def sendto(self, data, flags_or_addr, addr=None):
        self._checkClosed()
        if self._sslobj is not None:
            self._refuse('sendto')
        return super().sendto(data, flags_or_addr) if addr is None else super().sendto(data, flags_or_addr, addr)

    def sendmsg(self, *args, **kwargs):
        raise NotImplementedError('sendmsg not allowed on instances of %s' % self.__class__)

    def sendfile(self, file, offset=0, count=None):
        """Send a file, and say how many bytes of it."""
        if self._sslobj is None:
            return super().sendfile(file, offset, count)
        return self._sendfile_use_send(file, offset, count)

    def recv(self, buflen=1024, flags=0):
        self._checkClosed()
        if self._sslobj is None:
            return super().recv(buflen, flags)
        self._refuse_flags(flags, 'recv')
        return self.read(buflen)

    def recv_into(self, buffer, nbytes=None, flags=0):
        self._checkClosed()
        if nbytes is None:
            if buffer is None:
                nbytes = 1024
            else:
                with memoryview(buffer) as view:
                    nbytes = view.nbytes or 1024
        if self._sslobj is None:
            return super().recv_into(buffer, nbytes, flags)
        self._refuse_flags(flags, 'recv_into')
        return self.read(nbytes, buffer)

    def recvfrom(self, buflen=1024, flags=0):
        self._checkClosed()
        if self._sslobj is not None:
            self._refuse('recvfrom')
        return super().recvfrom(buflen, flags)

    def recvfrom_into(self, buffer, nbytes=None, flags=0):
        self._checkClosed()
        if self._sslobj is not None:
            self._refuse('recvfrom_into')
        return super().recvfrom_into(buffer, nbytes, flags)

    def recvmsg(self, *args, **kwargs):
        raise NotImplementedError('recvmsg not allowed on instances of %s' % self.__class__)

    def recvmsg_into(self, *args, **kwargs):
        raise NotImplementedError('recvmsg_into not allowed on instances of %s' % self.__class__)

    def shutdown(self, how):
        self._checkClosed()
        self._sslobj = None
        super().shutdown(how)

    @_sslcopydoc
    def unwrap(self):
        if not self._sslobj:
            raise ValueError('No SSL wrapper around ' + str(self))
        plain = self._sslobj.shutdown()
        self._sslobj = None
        return plain

    @_sslcopydoc
    def verify_client_post_handshake(self):
        if not self._sslobj:
            raise ValueError('No SSL wrapper around ' + str(self))
        return self._sslobj.verify_client_post_handshake()

    def _real_close(self):
        self._sslobj = None
        super()._real_close()

    @_sslcopydoc
    def do_handshake(self, block=False):
        self._check_connected()
        usual = self.gettimeout()
        waits = block and usual == 0
        if waits:
            self.setblocking(True)
        try:
            self._sslobj.do_handshake()
        finally:
            if waits:
                self.settimeout(usual)

    def _real_connect(self, addr, plainly):
        """Connect as `plainly` does, and give what it gives: an errno, or None."""
        if self.server_side:
            raise ValueError("can't connect in server-side mode")
        if self._connected or self._sslobj is not None:
            raise ValueError('attempt to connect already-connected SSLSocket!')
        try:
            self._sslobj = self._wrapped()
            failure = plainly(addr)
            if not failure:
                self._connected = True
                if self.do_handshake_on_connect:
                    self.do_handshake()
        except (OSError, ValueError):
            self._sslobj = None
            raise
        return failure

    def connect(self, addr):
        """Connect to an address, and encrypt the connection."""
        self._real_connect(addr, super().connect)

    def connect_ex(self, addr):
        """As connect(), but an errno is given back instead of raised."""
        return self._real_connect(addr, super().connect_ex)

    def accept(self):
        """(an SSLSocket of this server for the next caller, the caller's address)"""
        plain, address = super().accept()
        return self.context.wrap_socket(
            plain, do_handshake_on_connect=self.do_handshake_on_connect,
            suppress_ragged_eofs=self.suppress_ragged_eofs, server_side=True), address

    @_sslcopydoc
    def get_channel_binding(self, cb_type='tls-unique'):
        if self._sslobj is not None:
            return self._sslobj.get_channel_binding(cb_type)
        if cb_type not in CHANNEL_BINDING_TYPES:
            raise ValueError(f'{cb_type} channel binding type not implemented')
        return None


SSLContext.sslsocket_class = SSLSocket
SSLContext.sslobject_class = SSLObject


def cert_time_to_seconds(cert_time):
    """Seconds since 1970 of a time in a certificate: 'Jan  5 09:34:43 2018 GMT'."""
    from calendar import timegm
    from time import strptime

    months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()
    rest = ' %d %H:%M:%S %Y GMT'
    # Names of months are English here, whatever the locale is.
    try:
        month = months.index(cert_time[:3].title()) + 1
    except ValueError:
        raise ValueError('time data %r does not match format "%%b%s"' % (cert_time, rest))
    parsed = strptime(cert_time[3:], rest)
    return timegm((parsed.tm_year, month, *parsed[2:6]))


def DER_cert_to_PEM_cert(der_cert_bytes):
    """A certificate's bytes as text."""
    text = str(_b64encode(der_cert_bytes), 'ascii')
    lines = [text[start:start + 64] for start in range(0, len(text), 64)]
    return '\n'.join([PEM_HEADER, *lines, PEM_FOOTER, ''])


def PEM_cert_to_DER_cert(pem_cert_string):
    """A certificate's bytes from its text."""
    text = pem_cert_string.strip()
    if not pem_cert_string.startswith(PEM_HEADER):
        raise ValueError('Invalid PEM encoding; must start with %s' % PEM_HEADER)
    if not text.endswith(PEM_FOOTER):
        raise ValueError('Invalid PEM encoding; must end with %s' % PEM_FOOTER)
    return _decodebytes(text[len(PEM_HEADER):-len(PEM_FOOTER)].encode('ASCII', 'strict'))


def get_server_certificate(addr, ssl_version=PROTOCOL_TLS_CLIENT, ca_certs=None, timeout=_GLOBAL_DEFAULT_TIMEOUT):
    """The certificate of the server at (host, port), as text; verified if ca_certs says whom to trust."""
    host, port = addr
    context = _create_stdlib_context(
        ssl_version, cert_reqs=CERT_NONE if ca_certs is None else CERT_REQUIRED, cafile=ca_certs)
    with create_connection(addr, timeout=timeout) as plain, context.wrap_socket(plain, server_hostname=host) as secure:
        return DER_cert_to_PEM_cert(secure.getpeercert(True))


def get_protocol_name(protocol_code):
    """'PROTOCOL_TLS', or '<unknown>'."""
    return _PROTOCOL_NAMES.get(protocol_code, '<unknown>')
