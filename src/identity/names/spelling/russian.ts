import { spelling } from "../spelling-rules.ts";

/** Russian in Latin letters: scholarly (Čajkovskij), German (Tschaikowski) and English (Chaykovskiy) at once. */
export const RUSSIAN = spelling(`
  (schtsch)=SC (shch)=SC (šč)=SC (sch)=S (tsch)=C (sh)=S (š)=S (zh)=Z (ž)=Z (sh)=S (kh)=x (ch)=C,x (č)=C (ts)=c (tz)=c (c)=c (x)=ks (h)=x (ph)=f
  (ya)=ja (ja)=ja (ia)=ja (yu)=ju (ju)=ju (iu)=ju (yo)=jo (jo)=jo (io)=jo (ye)=je (je)=je (ë)=jo (ee)=eje (ae)=aje (ie)=ije ^(e)=je,e
  (iy)$=i (ij)$=i (yj)$=i (yy)$=i (ii)$=i (yi)$=i (aj)=aj (ay)=aj (ai)=aj (ej)=ej (ey)=ej (ei)=ej (oj)=oj (oy)=oj (oi)=oj (uj)=uj
  (ev)$=ef,of (ev)a=ev,ov (y)$=i ^(y)=j (y)=I (j)=j (w)$=f (v)$=f (ff)$=f (ow)$=of (w)=v (v)=v (z)=z,c (s)=s (ss)=s (a)=a (e)=e (i)=i (o)=o (u)=u (é)=e
  (b)=b (d)=d (f)=f (g)=g (k)=k (l)=l (m)=m (n)=n (p)=p (r)=r (t)=t (th)=t
`);

/** Russian, Ukrainian and Belarusian letters. */
export const CYRILLIC = spelling(`
  (а)=a (б)=b (в)$=f (в)=v (г)=g (ґ)=g (д)=d ^(е)=je V(е)=je (е)=e ^(ё)=jo (ё)=jo (є)=je (ж)=Z (з)=z (ий)$=i (ый)$=i (и)=i (і)=i (ї)=ji (й)=j (к)=k (л)=l (м)=m (н)=n (о)=o (п)=p (р)=r
  (с)=s (т)=t (у)=u (ў)=v (ф)=f (х)=x (ц)=c (ч)=C (ш)=S (щ)=SC (ы)=I (э)=e (ю)=ju (я)=ja
`);
