import { describeStore } from "../store-contract.fixture.ts";
import { openPostgresUnderTest } from "./postgres-under-test.fixture.ts";

describeStore("PostgreSQL", () => openPostgresUnderTest());
