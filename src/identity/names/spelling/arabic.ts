import { spelling } from "../spelling-rules.ts";

/** Arabic in Latin letters, as English, French and German officials write it. */
export const ARABIC = spelling(`
  (sch)=S (sh)=S (kh)=x (ch)=x,S (gh)=g (dh)=d,z (th)=T (dsch)=J (dj)=J (j)=J (q)=k (ph)=f (ck)=k (c)=k (x)=ks
  (ou)=U (oo)=U (uu)=U (ee)=E (ii)=E (ie)=E (aa)=A (ai)=Aj (ay)=Aj (ei)=Aj (ey)=Aj (aw)=Aw (au)=Aw (iy)=E (iyy)=Ej
  (a)=A (e)=A,E (i)=E (o)=U (u)=U (ü)=U (ä)=A ^(y)=j V(y)=j (y)V=j (y)=E (oua)=wA (oui)=wE (ine)$=En (ane)$=An (iche)$=ES (ah)$=A (eh)$=A (h)=h (w)=w (v)=w
  (b)=b (d)=d (f)=f (g)=g (k)=k (l)=l (m)=m (n)=n (p)=b (r)=r (s)=s (ss)=s (t)=t (z)=z
`);
