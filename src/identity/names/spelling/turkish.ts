import { spelling } from "../spelling-rules.ts";

const LETTERS = `
  (ç)=C (ş)=S (eği)=eji (ğ)=G (ı)=I (j)=Z (y)=j (ö)=q (ü)=y (b)=b (d)=d (f)=f (h)=h (k)=k (l)=l (m)=m (n)=n (p)=p (r)=r (t)=t (v)=v (w)=v (z)=z
  (a)=a (e)=e (i)=i (â)=a (î)=i (û)=u (q)=k (x)=ks
`;

export const TURKISH = spelling(`${LETTERS} (c)=J (s)=s (g)=g (o)=o (u)=u`);

/** Turkish whose marks a keyboard or a recogniser left out: Celik, Sahin, Ozturk. */
export const TURKISH_WITHOUT_MARKS = spelling(
  `${LETTERS} (c)=4 (sch)=S (sh)=S (ch)=C (s)=5 V(g)V=3 V(g)=3 (g)=g (o)=O (u)=Y`,
);
