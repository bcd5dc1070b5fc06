/** The vocabulary of the corpora. Wording stays clear of everything that the text rules look for. */

/** Whom or what a metric is about. */
export const SEGMENTS = (
  "dental clinics,veterinary practices,home insurance,motor insurance,spare parts,school meals,rail freight,parcel lockers," +
  "grocery orders,office leases,student housing,municipal libraries,water meters,heat pumps,solar roofs,hearing aids," +
  "contact lenses,laboratory tests,blood donors,day nurseries,language courses,night buses,harbour pilots,airport lounges," +
  "hotel groups,camp sites,ski passes,theatre seats,museum shops,podcast adverts,news letters,mobile plans,fibre lines," +
  "payment terminals,savings accounts,small loans,pension funds,tax filings,building permits,waste bins,bicycle rentals," +
  "forklift leasing,paint factories,bakery chains,dairy farms,wine estates,flower auctions,timber yards"
).split(",");

/** Where. */
export const PLACES = (
  "Aachen,Aarhus,Antwerp,Bari,Basel,Bergen,Bilbao,Bologna,Bremen,Brno,Bruges,Cardiff,Cork,Dresden,Dublin,Espoo," +
  "Florence,Gdansk,Geneva,Ghent,Graz,Grenoble,Hamburg,Innsbruck,Kassel,Kaunas,Lausanne,Leeds,Leiden,Leipzig,Lille,Linz," +
  "Ljubljana,Lugano,Lyon,Malaga,Malmo,Maribor,Metz,Modena,Nantes,Naples,Odense,Oporto,Ostrava,Oulu,Padua,Parma," +
  "Pilsen,Poznan,Reims,Riga,Rouen,Salzburg,Seville,Split,Tallinn,Tampere,Tartu,Toulouse,Turin,Utrecht,Verona,Zagreb"
).split(",");

export const FIRST_NAMES =
  "ana,bo,carla,dmitri,elif,farid,greta,hugo,ines,jonas,kaja,lena,marek,nadia,oskar,petra,quentin,rosa,sven,tara,ulla,viktor,wanda,yusuf,zoe".split(
    ",",
  );

export const LAST_NAMES =
  "lopes,berg,novak,ferrari,jansen,keller,moreau,olsen,petrov,ricci,sato,tamm,urban,vargas,weber,yilmaz,kowalski,haas,dubois,ivanova".split(
    ",",
  );

export const TEAMS =
  "billing,checkout,clinics,content,data,dispatch,field,finance,growth,people,platform,quality,sales,support,supply".split(
    ",",
  );

export const SYSTEMS = "GA4,Salesforce,Zendesk,SAP,Datadog,Personio,Stripe,Snowflake,Grafana,Jira".split(",");

/** Goal titles; `{s}` and `{p}` stand for segment and place. */
export const GOAL_TITLES = [
  "Clients of {s} in {p} stay with us after the first contract",
  "{p} becomes our first site for {s}",
  "People who work on {s} in {p} go home on time",
  "A client of {s} in {p} gets one answer, from one person",
  "Money from {s} pays for the site in {p}",
  "Orders for {s} leave {p} complete and labelled",
  "Neighbours in {p} recommend our {s}",
  "The books for {s} in {p} close without corrections",
];

/** Reasons of goals and KPIs; `{m}` stands for the measure. */
export const REASONS = [
  "{m} moves two weeks before contracts do, so {p} sees trouble while there is time to act.",
  "Clients of {s} named this in {n} of {k} interviews in {p}.",
  "The board of {p} ties its budget to this since the review of {n} March.",
  "Each step is worth {k} 000 EUR a year, says finance in {p}.",
  "{p} lost {n} of {k} tenders because of it in 2025.",
  "The regulator asks for it from 2027 on; {p} starts {n} steps behind.",
  "Paid acquisition for {s} doubled in price in {p}.",
  "Given as the reason in {n} of {k} exit talks in {p}.",
];

/** What a team does when a KPI is off track. */
export const ACTIONS = [
  "Move {n} people from {q} to {p} for {k} hours.",
  "Stop new work on {s}, clear the {n} oldest cases.",
  "Shift {k} 000 EUR from trade fairs to {p}.",
  "The owner calls the {n} largest clients in {p}.",
  "Hold the release train of {p} for {n} days.",
  "Bring the carrier of {q} in within {n} days.",
];

/** What a metric leaves out or how it is read. */
export const EXCLUSIONS = [
  "test accounts are left out",
  "read on the third working day",
  "{p} without the outlet of {q}",
  "until 2025 from {y}, by hand",
  "the {n} largest values are checked twice",
];

export const RESOURCES = [
  "{n} engineers, {k} 000 EUR",
  "{k} 000 EUR and the field team of {p}",
  "{n} people from {q}, the test laboratory on Fridays",
  "budget line {k}-{n}, approved by finance",
];
