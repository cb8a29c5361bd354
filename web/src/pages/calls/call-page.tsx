import { Page } from "../../parts/page.tsx";

export function CallPage() {
  return <Page title="CallPage">…</Page>;
}
