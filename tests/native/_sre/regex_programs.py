"""Some real patterns."""
import re

URL = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*)://(?:(?P<user>[^@/]+)@)?(?P<host>[^/:?#]+)(?::(?P<port>\d+))?(?P<path>/[^?#]*)?(?:\?(?P<query>[^#]*))?(?:#(?P<frag>.*))?")
for url in ["http://example.com", "https://me@host.org:8080/a/b?x=1&y=2#top", "ftp://h/"]:
    print(URL.fullmatch(url).groupdict())
FLOAT = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?")
print(FLOAT.findall("1 -2.5 +.5e10 3. 1e 7e-3x"))
LINE = re.compile(r"^\s*(?P<key>\w+)\s*=\s*(?P<value>\"[^\"]*\"|\S+)\s*(?:#.*)?$", re.M)
print([m.group("key", "value") for m in LINE.finditer('a = 1 # one\nb="x y"\n# no\n c =z\n')])
print(re.sub(r"(?<=\d)(?=(?:\d{3})+\b)", ",", "1234567 and 1000"), re.sub(r"(?<!^)(?=[A-Z])", "_", "camelCaseName").lower())
print(re.findall(r"(?:(?<=\s)|^)#(\w+)", "#a b#c #d"), re.findall(r"\b(\w)\w*\1\b", "level noon other"))
IP = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}")
print([bool(IP.fullmatch(x)) for x in ["1.2.3.4", "256.1.1.1", "192.168.0.255", "1.2.3", "1.2.3.4."]])
CSV = re.compile(r'(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))')
print([(a or b).replace('""', '"') for a, b in CSV.findall('x,"a,b","say ""hi""",,z')])
