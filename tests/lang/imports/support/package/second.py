from .first import name
from . import first_name
from .sub import deep
from .sub.deep import up

joined = name + "/" + first_name + "/" + deep.where
