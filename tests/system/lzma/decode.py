# What liblzma has compressed: each format and check, with filters; at once and in pieces.
import base64
import hashlib
import lzma

STREAMS = {
    'xz': (
        '{Wp48S^xk9=GL@E0stWa761SMbT8$j;1}Qm9$f$!2nlEDi8SMga#PxeFD4IWG>}+as&^0$(VlePdq4bx(;@#MCq$sHV8tE)lbc^_'
        'iM%;)puWd6E<wf`Ki>$;`1L!#Z8h<2OB#8k0O4RBiI8~>#Pck!Fj6A{zeQ~Zb=EyjOF%N9F$B2miouL|xs^+DkZqjek+)i^C%-KG'
        'j@Xu-kgBRKja<*(;<bp{uv6k3tIKW^Vxm9`Iy8y~pJaHAxop6UUk@noL~OaN2S5N>c$(&o_ca5fO-?mj)w&ethZ}L&f?^|Bd~?hh'
        'u-++291EncYg|!0K7e#P7u#<pimbnH*u1>|R{C<f^G6Me+%q*Oppp*^GcfO>-I;7$O+0yYPwdE>xc87sHV;7%2@P`h=F{^sXd>lo'
        'bi<-=V0Wl&4T9wEhKZ_kNS%5NBpGg*jP2$SzH+(7H6X_xQcbcmvjXlMYFA!N=2909gn;X>!d6t50w(=cSP>7aW?Gy7H3K%U;^r<a'
        'GMl3uU(>ATcQx%=s0RfXN~jMdUea<#?%;L^Xr~2`p3C72sB#sJzCt8pe<mk9gX^dIGUnVDQ%wdk;bsB%a|iJ+hG2T1*Z{{`7|VK}'
        'PRv?fzDA#DA@^TCD(oqq6q^cZYkRm!+?6P?%FOqs&KIhpNZzT@TC#Ry?foYiUs~e;b8#Ud6Cp8Y`*&;6P9~QjqErvgw%=aQW=EH0'
        '40)&CB?#;ZWnxJj-v9srlv)2(H#uNo00FuL;V%FHj%8NRvBYQl0ssI200dcD'
    ),
    'alone': (
        'T>t=p0RR90|NsC0{{R>W31{hvG~<YJQ`(0wCJ$ybkXT%*cMuNIo^;-OKm3E!A^#yKM4+!=#U22Yn_p{*yg6^6zQ;5!LB<+C-w4b2'
        '^*g_9HSujr8hNAu;b0z#ka-Qn^DM3~QX>JsMQsLk);&&3Kr)~)1i0*q!Hjvil}mDvZJgqfw_2(vzbyQY*p{A<s;VxHT+iO(wTRlV'
        'Q{o(}%We~5qCg8eG>QhFWO$9aY`~0P4=C_NY`LrlKmb{In&yr7H3OqfPBmQBx)kS!8*$izVk205bIcjA-YH2O3#6}WTv0qefOI<-'
        '+ixa{tiNyAyuANb`f|GSM-7VHGc_onk`D|sFz=$>nQUB5Jb83a?8uwA_mE094?z$K4RZJ9)AKTDBIRs!!=i6scc^R)g5>UoiK=r*'
        'oq7x;8E%=3?dA}^a=FGeAjck3O|mny0`44YS6)o!QWp+{fa|ZqR#cY)CjC`d5f7_oTATkh12(VX<}NHUo1+|G)2!!rHSJoc2L%^O'
        's1GGx(sD-b;C2XTrv;Fn%i#;CautofLL_5<CMP_D>!<oM=G+%kO$IXIW&!te2k|e4V0xd}0LNMw%X*(q%vxT)MxSUQ_g_9L>?xiU'
        'n+j=bd$>v5l_;^w%=f0w7pkI2-l@@AvUX$b{U;e;TH^q7aUmfSAu(tBcWcp3CYK?iR1eO!-(JsVN0(&`d8ghb2<!=ExbgFg|MZ5-'
        'y#'
    ),
    'sha256, preset 9e': (
        '{Wp48S^xkF;rk4s0stWa8~^|S5YJf5;1}Qm9$f$!2nlEDi8SMga#PxeFD4IWG>}+as&^0$(VlePdq4bx(;@#MCq$sHV8tE)lbc^_'
        'iM%;)puWd6E<wf`Ki>$;`1L!#Z8h<2OB#8k0O4RBiI8~>#Pck!Fj6A{zeQ~Zb=EyjOF%N9F$B2miouL|xs^+DkZqjek+)i^C%-KG'
        'j@Xu-kgBRKja<*(;<bp{uv6k3tIKW^Vxm9`Iy8y~pJaHAxop6UUk@noL~OaN2S5N>c$(&o_ca5fO-?mj)w&ethZ}L&f?^|Bd~?hh'
        'u-++291EncYg|!0K7e#P7u#<pimbnH*u1>|R{C<f^G6Me+%q*Oppp*^GcfO>-I;7$O+0yYPwdE>xc87sHV;7%2@P`h=F{^sXd>lo'
        'bi<-=V0Wl&4T9wEhKZ_kNS%5NBpGg*jP2$SzH+(7H6X_xQcbcmvjXlMYFA!N=2909gn;X>!d6t50w(=cSP>7aW?Gy7H3K%U;^r<a'
        'GMl3uU(>ATcQx%=s0RfXN~jMdUea<#?%;L^Xr~2`p3C72sB#sJzCt8pe<mk9gX^dIGUnVDQ%wdk;bsB%a|iJ+hG2T1*Z{{`7|VK}'
        'PRv?fzDA#DA@^TCD(oqq6q^cZYkRm!+?6P?%FOqs&KIhpNZzT@TC#Ry?foYiUs~e;b8#Ud6Cp8Y`*&;6P9~QjqErvgw%=aQW=EH0'
        '40)&CB?#;ZWnxJj-v9sr)$yaDKCISKnd#41T$ITKa{@!xmNE=9xuT<)xSgC-00Ghj;V%FHx#;mUw&~v-0ssI2018=J'
    ),
    'crc32, preset 0': (
        '{Wp48S^xk6X(HY>0stWa3;+NCkC;K6;1}QmR$TxX2nlEDgi2o!gpSS9U%AD@aVV;J2W*K9rc#`p?(U)Hbl%n=ohTfWF}+vbt_tOk'
        'Wp9ABpiq^=Myf*47-&k3Zy<I=V;vur_hdTIif!jM^dqv91m2J$Wjm1;V-$Y+ReXNg>W6%C+}Yl*F#Kzp8K?1w_orHp3H{|527A*<'
        'dn2B)k7hUoE-<iGTv<*rnn{A{tTdjUc$~LwR0CBWhHW7rWH}cV3%7a_+;e#WzAagA+#8z4gLU%oid-b@jd4^wdsqtQWu8>JnQgDi'
        'J8GUfzRX?bNT?;gn8(NwI#KhB8HxFnO2^ozaI!GTNB%P-+qWpX%x18)>}J!IeTr8gZ)ISP+pnW&%x*1eg1Uryo#d6?nk4EJI$9Ny'
        '!_bMw(n|pyDsE@=QRi>AwLbxXi>cg@DvlST2n*$nftFR83d3hNBlO2*S?`>b%l(c>BPFgm<8rt!hCIa;BtBU8J}bD7BXS%?BmWUb'
        '?+F*fqlHZ+i!No^1*A7Lcv5DZi0Gz-uC=CQhtkBe%^C9f`F@YkdjZB3o0B_BVRu{Ogj)T@FEhd&(4rpyauLVB2(gb=;$EboSvpAt'
        '&fc?c-?uTVni)U=wh+o-weKx*^)$s-MH|pZXEsMB`M?niZcr>AK2A$8YeZPR>MeAuB;K;Kw#9Az^`1Ev&|D)$AMMkVLaC61ZOA)q'
        'wiEM2B7)g$V7RQO8<+|=8Qg3$*=595Jk2>i<rh3~Bg7kfvJxGSa9{d>Db9EXc2~v??r6bS^dLinlbJhnd+U6T00000(qzZu00Hg<'
        ';V%FHZ!bwlJ}?c70ssI200CKA'
    ),
    'delta': (
        '{Wp48S^xk5{}S0j0s#X710ewxmydD$;1}Qo8WI2)2udKJb*DHBu<I4~VZlcY_@L|l71GB(1beT^J*}R`4o=i9;aKrXX9<YVi<yhW'
        'ij@{|vHKml$~OD}%5GOLc1xUFgd};Yg$Y|PVPkjT1lET0Yja-)L9%?dS|A~+Qt-AB2x7NQM%M8t2A;YUZ4B_3vZP>$@R?Mp4H6~o'
        'RL2tpEsg^`I<_jP;er!UVZeo88fHZ(Oy??P?SJ;ojsCfVj1%O5<AyRrSbnb1rO<3yDXEZ$^+5<q^3OS8DIq-?PxykgGp0eV#8MSO'
        '0;NoI1a>HrdA6{EL2J&ZiBM_aGCL}|IIpk2y)3&jw&tO?rj8Cc@)VR_xuKct?YQEVJvn0BI`~Pxi7lS+<Ykk^>~=SO0fzdi>g>i1'
        '8Q~H|#^iOiQT>}XAr8fhjyjm3@h%OB+25!gJhyJodm<hC;_(lL#!Aoezf&75KFOsQ66d?=-7+;J+hMtEr|igqoQ`^m)QA&hzgV<i'
        'qW(`)$|fhuX|rL6T;760e#hk&B;v7N)2kf13fS<r*P^#(#k3?Q#I0=*TSwduG3(msBsFr&f~5t{Lfo4<uP8<b(1La3O<Uidv=)<&'
        'O~@lu$x=``@TOrJ{W<jqJSRqPFS~R_BfE=Wd)PmhCBFQr6z~w-@t1$wRf!nUM&FLz!;$yzGg%d?7*SmZLhGJx+`}7GOPe{-sl0dt'
        '>d>s&n2`}m=z1?78zKlZdj$9+D2SHP`x1=cgt(iJUjnKS5V`nEAz)r3Cf#uA{HsP{L*d`P=}n;06v+L#<oCmGqlZ4Fe+D@rE0dZM'
        'o=~e$uzQ9kY~d49JO8YNfF>Nz689Nb%ZW-j?Ewr~d{qHR4CD~I&mZd0fpcmrKg})PIUV0=w%KjxM4}U=8LGuTq1Pf;D@j-6gr`S-'
        'p+>93<3bt{#F!yl@i066igtO}eId+5+OVS!Y4R4FDQ>yirpgx*H2J%)W&se>SqEL>|NH2Inf+rQyOj812w7@9CUAs>SLe3Vf)KgI'
        'EFS)cw1AtD9Q~cX&#<Hx$G@$^&e1>7cCJ77EGZd!zF**knr!;vv?jD;PF@Y)?S~C&FO9|tr^VVcN}CegE!4Ki>*1YjI)9F=&>cNY'
        'pc&6~e!vV|64V_@!@;UA`&<7m1yRV>Vj0ASrD%6%i%FZ8U%N6RnP}^2=7WH_kI8!}N4w%9hVp`rrqQiAyYCd89lCyUP<W*jhzI1e'
        'B;!I$Na?uYXE_RR17BFslhdP4$~d|D9*cmjmY(UV%Zxegn7VyoxS$gHXea;s{l7I{%A!edtI#I1(Y!N={$ZDQ;Wd#D78@#1P*6bp'
        'B5}G(Ni7qcWRc(%q=14hwgZunYoNgJwQ>|UUL8xM5uaM0jS6tFNB{r;00FKD;V%FH0?6Twr~nH50ssI2003E9'
    ),
    'x86': (
        '{Wp48S^xk9=GL@E0s#a7ApsTu4Td!z-~&ei_FVvU2}MTq$Q0l5T(^!XX;8WXzjy%&!H-AH@V^u7(Rmf-_OWs4Mz!BTKgy*6TyJ6b'
        '@C&6!H_WKFM#Lo|H<odccLHd1TI1)aQQjU@UX9KT+<l`X6KcFMj1Om=_Y`x|Ih;I6GWsU`Gz{g(?O(lk^feVL0<xl+r9wcNKn}FH'
        'g|E;YEgWJY`zY<Hf#xp0H3v{gu38%Gk~;3yc^~+M<D9~^N9rD#^v;-7VWSJJ_wI#KF{-Rg)+mY#cxaw)PhrQC_2H89Wq!$UeoQQo'
        'zRtJUJ5bJ*M%aGwze>N!h469^Gu?yI_mzsGvmSlOK*fYHSjzeABgN%q_M7j=q#Kewu7~aemE_iw`xZ(pi^PJ_*iiq0BJ&$)*v5%P'
        'w~w$JQNeURL@saGD$8en#V_%rD)Ij`-KIMR=txHY2u>7|ys$ExyKk(KUEv;YN2pP^=ju0LlV}N}!xpOHC`*juMydB6QIa*K`A~x3'
        '<7T(ij051<kcNkzvrZ<=lRonuG<A0vTbPIe-M6mODOtwF-Jd>cK|kw*bX9fq5ZpD&0m=u!Y2mCQKQ)89pRq9-ch0#6fX{E`f%VFF'
        'wPAeW7n&lyiF54DpG@N#&lR0iDRFMkstb!*Hkm6B+mD4v@;?;A>iuhnlsxU;v{Jif00000qAkYLC(oro00EK&$OZra4u22PvBYQl'
        '0ssI200dcD'
    ),
}


def piecewise(data, size, limit):
    decompressor = lzma.LZMADecompressor()
    result = []
    at = 0
    while not decompressor.eof:
        piece = data[at:at + size] if decompressor.needs_input else b""
        at += len(piece)
        result.append(decompressor.decompress(piece, limit))
        assert limit < 0 or len(result[-1]) <= limit
    return b"".join(result), decompressor.unused_data, decompressor.check


for name, text in STREAMS.items():
    stream = base64.b85decode(text)
    whole = lzma.decompress(stream)
    print(name, len(stream), len(whole), hashlib.md5(whole).hexdigest())
    assert lzma.decompress(stream + stream + b"rubbish") == whole * 2
    for size, limit in (1, -1), (7, 100), (1000, 1), (64, 0x7fffffff):
        result, unused, check = piecewise(stream + b"more", size, limit)
        print("  ", size, limit, result == whole, unused, check)
    # What can be known of a stream is known as soon as it is there.
    decompressor = lzma.LZMADecompressor()
    print("  ", whole.startswith(decompressor.decompress(stream[: len(stream) // 2])), decompressor.needs_input)
