# The range of a UnicodeError as its text shows it, inside of the object or not.
u = UnicodeEncodeError('baz', 'xxxxx', 1, 5, 'foo')
def p(): print(u, u.start, u.end)
p()
for a in [('end',2),('end',5),('reason',0x345345345345),('encoding',4000),('start',1000),('start',-5),('end',-5),('end',100),('start',4),('end',3),('start',0), ('end',1)]:
    setattr(u,*a); p()
u = UnicodeDecodeError('baz', b'xxxxx', 1, 5, 'foo')
for a in [('end',2),('end',5),('reason',0x345345345345),('encoding',4000),('start',1000),('start',-5),('end',-5),('end',100),('start',4),('end',3),('start',0), ('end',1)]:
    setattr(u,*a); p()
u = UnicodeTranslateError('xxxxx', 1, 5, 'foo')
for a in [('end',2),('end',5),('reason',0x345345345345),('start',1000),('start',-5),('end',-5),('end',100),('start',4),('end',3),('start',0), ('end',1)]:
    setattr(u,*a); p()
