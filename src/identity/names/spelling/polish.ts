import { spelling } from "../spelling-rules.ts";

export const POLISH = spelling(`
  (szcz)=SC (ść)=67 (sz)=S (cz)=C kpt(rz)=S (rz)=Z (ż)=Z (ź)=8 (zi)V=8 (ś)=6 (si)V=6 (si)=6i (ć)=7 (ci)V=7 (ci)=7i (dź)=J (dzi)V=J (dzi)=Ji (dż)=J (dz)=dz
  (ch)=x (h)=x (c)=c (ck)=ck (ł)=l,w (l)=l (ó)=u (ą)$=o (ą)bp=om (ą)=on (ę)$=e (ę)bp=em (ę)=en (ń)=n (ni)V=n (n)=n (w)$=f (w)=v (v)=v (y)=I (j)=j K(i)V=j (i)=i
  (a)=a (e)=e (o)=o (u)=u (b)=b (d)=d (f)=f (g)=g (k)=k (m)=m (p)=p (r)=r (s)=s (t)=t (x)=ks (z)=z (q)=k
`);
