import { describeStore } from "../store-contract.ts";
import { openPostgresUnderTest } from "./postgres-under-test.fixture.ts";

describeStore("PostgreSQL", () => openPostgresUnderTest());
