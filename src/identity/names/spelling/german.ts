import { spelling } from "../spelling-rules.ts";

/** German letters, and how a German reads the letters of others. */
export const GERMAN = spelling(`
  ^(zs)=Z ^(gsch)=kS,S (schtsch)=SC (tzsch)=C (tsch)=C (dschei)=Jaj,Jej (dschey)=Jaj,Jej (dsch)=J (zsch)=C (sch)=S (tch)=C (chs)=ks (ch)rlwn=k ^(ch)=x,k,S i(ch)s=k (ch)=x
  (sh)=S (zh)=Z (kh)=x,k (gh)=g (dj)=J (dzh)=J (ck)=k (cz)=C (sz)=S,s
  (c)E=c (c)=k (dt)=t (th)=t (tth)=t (tt)=t (tz)=c (zz)=c (ts)$=c (ts)V=c (tsz)=c (ds)$=c (ph)=f ^(pf)=pf,f (qu)=kv (q)=k (ß)=s (ss)=s ^(st)=St ^(sp)=Sp
  ^(s)V=z V(s)V=z lrnm(s)V=z (s)=s ^(v)=f,v V(v)V=v,f (v)$=f (v)=v,f (ww)=v V(w)$=f (w)=v (x)=ks (z)=c ^(y)V=j V(y)=j K(y)K=y,i (y)=i (j)=j
  (ng)=ng (nk)=nk (nc)=nk (b)$=p (d)$=t (dd)=d (g)$=k (ig)$=ix,ik (b)=b (d)=d (f)=f (g)=g (h)V=h ^(h)=h V(h)=
  (k)=k (l)=l (m)=m (n)=n (p)=p (r)=r (rh)=r (t)=t
  (eier)$=aj@r (aier)$=aj@r (ayer)$=aj@r (eyer)$=aj@r (eyr)$=aj@r (ayr)$=aj@r (air)$=aj@r (eir)$=aj@r
  (eih)=aj (ei)=aj (ai)=aj (ey)=aj (ay)=aj (eu)=oj (äu)=oj (äi)=ej (äj)=ej (oi)=oj (oy)=oj (au)=au (ou)=u,au (oo)=o,u (ee)=e,i
  (ieh)=i (ie)V=ij (ie)$=i,j@ (ie)=i (ia)$=ia (aa)=a (ae)=e V(ue)=ue q(u)=v (oe)$=o,q (oe)=q (ue)$=y,ue (ue)=y (uo)=uo
  K(er)lmnbsdtgk=er,@r (er)$=@r (el)$=@l (en)$=@n (ern)$=@rn (ers)$=@rs (ert)$=@rt (es)$=@s (e)$=@ (a)=a (e)=e (i)=i (o)=o (u)=u (ä)=e,& (ö)=q (ü)=y
  (ç)=C (ş)=S (ș)=S (ğ)=G (ı)=I (ł)=l (č)=C (š)=S (ž)=Z (ć)=7 (ś)=6 (ź)=8 (ż)=Z (ń)=n (ñ)=nj (ó)=o (ą)=on (ę)=en
  (ë)=e (é)=e (è)=e (ê)=e (á)=a (à)=a (â)=a (í)=i (î)=i (ú)=u (û)=u (ô)=o (ò)=o (ø)=q (å)=o (æ)=e (œ)=q (đ)=d (ð)=d (þ)=t (ț)=c (ţ)=c
`);
