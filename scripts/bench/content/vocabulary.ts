/** What people who run project offices talk about in pubs. The first words of each list are the commonest. */
export const vocabulary = {
  noun: words(`project risk plan board report meeting budget team deadline scope milestone benefit portfolio sponsor
    dashboard register contractor minute forecast dependency estimate backlog stakeholder governance baseline issue
    decision lesson handover tender workshop framework template spreadsheet assurance gateway programme schedule
    supplier contract invoice variance contingency assumption constraint deliverable resource capacity roadmap sprint
    retrospective kickoff closure audit charter mandate escalation tolerance workstream critique whiteboard agenda
    calendar mailbox procurement consultant apprentice mentor interview salary invoice pension notice desk kettle
    biscuit lanyard corridor lift basement courtyard ferry tram signal bridge tunnel harbour crane depot warehouse
    archive ledger inventory prototype pilot rollout migration integration interface database algorithm sensor
    turbine reservoir orchard allotment bakery brewery cellar barrel tankard coaster quiz jukebox dartboard fireplace
    umbrella bicycle lantern envelope postcard megaphone compass barometer thermometer telescope pendulum metronome`),
  adjective:
    words(`late new old small large quiet honest red amber green useful early clear costly patient local
    careful stubborn simple public weekly shared missing strange difficult cheerful sceptical practical hidden
    provisional temporary permanent overdue unlikely inherited abandoned optimistic pessimistic meticulous laconic
    bureaucratic improvised reluctant borrowed circular fragile lukewarm municipal nocturnal ornamental peripheral
    quarterly redundant seasonal tangled ubiquitous venerable wandering yearly zealous`),
  past: words(`said asked moved slipped changed agreed closed opened wrote read found lost kept missed counted planned
    argued laughed listened measured forgot remembered admitted explained questioned approved rejected postponed
    estimated delegated summarised renegotiated documented rehearsed abandoned rescued untangled celebrated
    reconciled underestimated outlasted cancelled inherited sketched dismantled annotated`),
  adverb: words(`again early late twice quietly slowly never usually almost together carefully openly politely
    reluctantly eventually suddenly allegedly seldom cheerfully independently approximately unanimously
    retrospectively surreptitiously`),
  topic:
    words(`governance planning reporting risk benefits careers contracting tools skills estimating assurance
    portfolios meetings suppliers change lessons budgets teams leadership data automation writing procurement
    sustainability`),
  first:
    words(`Anna Ben Chidi Dora Elif Femi Grace Hugo Imran Joan Kofi Lena Mina Noor Otto Petra Quentin Rosa Samir
    Tessa Umar Vera Wanda Xenia Yusuf Zoë Ángel Björn Céline Dáithí Éva François Günter Håkon Inés Jürgen`),
  last: words(`Abara Bellweather Castellan Dunmore Eastlake Fairclough Greave Hollin Iverson Jessop Kettleby Lomax
    Marchbank Netherby Okonjo Pemberton Quillfeather Ravenscroft Saltmarsh Thistlewood Underhay Vantongeren Winterbourne
    Yarrow Zielinski Nuñez O’Dowd Müller Sørensen Łukasik`),
  before:
    words(`Salt Ink Bell Gull Fox Lamp Rope Tide Mill Thorn Copper Marl Ash Wren Oyster Candle Barley Heron Flint
    Juniper Kestrel Linden Magpie Nettle Otter Pewter Quarry Rowan Saffron Teasel`),
  after:
    words(`bridge gate ford wharf yard hall field stead wick combe mere stairs market hurst cross mount brook
    haven reach green`),
  role: words(`Programme-manager PMO-lead Planner Risk-manager Contractor Portfolio-analyst Assurance-reviewer
    Delivery-manager Benefits-manager Project-support-officer`).map((role) => role.replaceAll('-', ' ')),
  pub: words(
    `Anchor Ledger Bell Compass Ferryman Lamplighter Abacus Plumb-Line Weighbridge Signalman Quill Tally`,
  ).map((name) => name.replace('-', ' ')),
} as const

function words(text: string): readonly string[] {
  return text.split(/\s+/)
}
