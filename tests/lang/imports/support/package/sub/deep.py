from .. import first as up
from .. import first

where = __name__
same = up is first
