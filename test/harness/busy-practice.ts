/** A business that is open every day, so that races can be run on any date. */
export const BUSY_PRACTICE = `
account: { id: acc-busy, name: Rund um die Uhr GmbH }
entities:
  - id: busy
    name: Praxis am Markt
    timezone: Europe/Berlin
    country: DE
    horizonDays: 120
    hours:
      { mon: &hours ["06:00-22:00"], tue: *hours, wed: *hours, thu: *hours, fri: *hours, sat: *hours, sun: *hours }
    resources:
      - { id: room1, pool: room, name: Raum 1 }
      - { id: room2, pool: room, name: Raum 2 }
    agents:
      - { id: ann, firstname: Ann, lastname: Acker, maxBookingsPerDay: 9 }
      - { id: bob, firstname: Bob, lastname: Birke }
      - { id: cem, firstname: Cem, lastname: Can }
    appointmentTypes:
      - id: massage
        name: Massage
        agents: [ann, bob, cem]
        products:
          - { id: m20, name: Kurz, durationMinutes: 20, price: 20, slotIntervalMinutes: 10, bufferAfterMinutes: 5 }
          - { id: m30, name: Mittel, durationMinutes: 30, price: 30, slotIntervalMinutes: 15, resources: { room: 1 } }
          - id: m45
            name: Lang
            durationMinutes: 45
            price: 45
            slotIntervalMinutes: 15
            bufferBeforeMinutes: 10
            resources: { room: 1 }
          - { id: m60, name: Sehr lang, durationMinutes: 60, price: 60, slotIntervalMinutes: 30, maxBookingsPerDay: 6 }
      - id: talk
        name: Gespräch
        agents: [ann, bob, cem]
        products:
          - { id: t30, name: Gespräch, durationMinutes: 30, price: 30 }
      - id: course
        name: Kurs
        agents: [cem]
        products:
          - { id: c8, name: Kurs, durationMinutes: 60, price: 15, capacity: 8, participantInfo: [firstname, lastname] }
      - id: open
        name: Offener Kurs
        agents: [bob]
        products:
          - { id: o8, name: Offener Kurs, durationMinutes: 60, price: 15, capacity: 8, bookerInfo: [firstname] }
`;
