import { spelling } from "../spelling-rules.ts";

/** English letters, and how an English speaker reads the letters of others. */
export const ENGLISH = spelling(`
  (tch)=C (sch)=S,sk (chr)=kr ^(ch)=C,k,S (ch)=C,k (sh)=S (zh)=Z (kh)=k,x ^(gh)=g (pherd)$=p@rd,f@rd (phard)$=p@rd,f@rd (pham)$=p@m (ph)=f (tth)=T (th)=T (wh)=w ^(wr)=r ^(kn)=n ^(ps)=s ^(gn)=n (mb)$=m
  (ck)=k (cc)E=ks (cz)=C (sz)=S,s (c)E=s (c)=k (qu)=kw (q)=k (x)V=ks ^(x)=z (x)=ks (dge)=J (dg)=J (dj)=J (dzh)=J (j)=J (gg)=g ^(g)E=J,g (ge)$=J (g)E=g,J (g)=g
  (ss)=s V(s)$=s,z V(s)V=s,z (s)=s (tz)=c (ts)=c (zz)=c,z (z)=z (tt)=t (t)=t (d)=d (b)=b (p)=p (k)=k (f)=f (v)=v (w)V=w (w)=
  (l)=l (m)=m (n)=n (r)=r (rh)=r (h)V=h (h)= (mps)=ms (mpt)=mt
  ^(y)V=j V(y)=j (y)$=i (y)M=aj (y)N=aj,i K(y)K=i,aj (y)=i
  (eigh)=ej,aj (aigh)=ej (igh)=aj (augh)=o,af (ough)=o,af (gh)=
  (ee)=i (eah)=ija,ia (ea)=i,e (ieu)=ju (iew)=ju (ie)$=i (ie)=i (ei)=aj,i (eye)=aj (ey)$=i,ej (ey)=ej,aj (ay)=ej,aj (ai)=ej,aj (oo)=u,y (yoo)=ju,y (ou)=u,au (ow)$=ou,au (owe)$=ou,au (ow)=au,o (oa)=ou
  (oe)$=o (oe)=q,o (au)=o,au (aw)=o (ew)$=ju (ew)=u,ju (eu)=ju,oj (ue)$=u (ue)=u,y (oy)=oj (oi)=oj (ae)=ej,e
  (ckham)$=k@m K(ham)$=@m,h@m (son)$=s@n (sen)$=s@n (man)$=m@n (ton)$=t@n (don)$=d@n w(allace)$=ol@s
  (yr)K=@r,ir w(a)M=ej w(arr)V=or w(ar)=or,ar w(al)=ol,&l w(a)K=o,& (a)M=ej (i)M=aj (i)N=i,aj (o)M=ou (u)M=u,ju (e)M=i
  (arr)V=&r (ar)V=&r,ar (ar)=ar (er)$=@r (er)=er (ir)K=@r,ir (ur)K=@r,ur (or)=or (ore)$=or (air)=er (ear)=ir,@r
  (tion)=S@n (sion)=S@n (cia)=Sa
  (a)$=a (a)N=&,ej ^(a)=&,a (a)=&,a K(es)$=s,es K(e)$=,e (e)N=e,i (e)=e (i)=i (oh)=o (o)$=o (o)K=o (o)=o (u)K=^,u (u)=u (ä)=e (ö)=q (ü)=y
  (ç)=C (ş)=S (ğ)=G (ı)=I (ł)=l (č)=C (š)=S (ž)=Z (ć)=7 (ś)=6 (ź)=8 (ż)=Z (ń)=n (ñ)=nj (ó)=o (ë)=e (é)=e (è)=e (á)=a (â)=a (í)=i (î)=i (ú)=u (û)=u (ø)=q (å)=o (ß)=s
`);
