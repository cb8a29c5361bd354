/** The database is from a newer Slotline than this one. */
export class NewerSchema extends Error {
  constructor(place: string, version: number, known: number) {
    super(
      `${place} has schema version ${version}; this Slotline knows versions up to ${known}. Start the newer one.`,
    );
  }
}
