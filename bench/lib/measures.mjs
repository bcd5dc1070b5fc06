/** What is measured in the corpora: each with the unit, aggregation, cadence, starting range and bounds that suit it. */

// slug | name | unit | category | better | aggregation | cadence | starts between | decimals | bounds | definition
const TABLE = `
nps | Net Promoter Score | points | customer | higher | last | quarterly | 18 to 46 | 1 | -100 to 100 | Share of promoters (9-10) minus share of detractors (0-6), rolling 90 days
csat | Customer satisfaction score | points | customer | higher | last | monthly | 48 to 60 | 1 | 0 to 100 | Mean of the closing survey on a scale of 0 to 100
visits | Visits from organic search | visits | customer | higher | last | monthly | 4000 to 90000 | 0 | 0 to | Sessions in the month whose first touch is an unpaid search result, bots removed
trial-share | Share of trials that turn into subscriptions | % | customer | higher | ratio | monthly | 8 to 24 | 1 | 0 to 100 | Trials that pay a first invoice within 30 days, divided by trials that ended in the month
churn | Monthly churn | % | customer | lower | last | monthly | 3 to 9 | 2 | 0 to 100 | Contracts that ended in the month, divided by contracts on its first day
reply | First reply time | minutes | customer | lower | mean | monthly | 40 to 300 | 0 | 0 to | Minutes from the first message to the first answer by a person, opening hours only
reopen | Share of tickets opened again | % | customer | lower | last | monthly | 6 to 18 | 1 | 0 to 100 | Tickets that were opened again within 14 days, divided by tickets closed
app-rating | App store rating | stars | customer | higher | last | monthly | 3.1 to 3.5 | 2 | 1 to 5 | Weighted mean of the ratings of the last 90 days in both stores
referrals | Referred contracts | contracts | customer | higher | sum | monthly | 20 to 90 | 0 | 0 to | New contracts in the month that name an existing client
wait | Waiting time at the counter | minutes | customer | lower | mean | weekly | 8 to 30 | 1 | 0 to | Minutes from the ticket machine to the first word at the counter
revenue | Net revenue | EUR | financial | higher | sum | monthly | 40000 to 900000 | 0 | 0 to | Invoiced amounts of the month without tax, less credit notes
margin | Gross margin | % | financial | higher | last | quarterly | 28 to 44 | 1 | -100 to 100 | Revenue less direct cost, divided by revenue, as closed by accounting
unit-cost | Cost of one delivered order | EUR | financial | lower | last | monthly | 6 to 22 | 2 | 0 to | Picking, packing and carriage of the month, divided by delivered orders
dso | Days sales outstanding | days | financial | lower | last | monthly | 38 to 70 | 1 | 0 to | Open receivables divided by the revenue of the last 90 days, times 90
budget-use | Cloud spending | USD | financial | lower | last | monthly | 9000 to 80000 | 0 | 0 to | Amount of the provider's invoice for the month, discounts applied
arpa | Revenue of one account | EUR | financial | higher | last | monthly | 60 to 400 | 2 | 0 to | Recurring revenue of the month divided by paying accounts
overdue | Share of invoices overdue | % | financial | lower | last | monthly | 7 to 20 | 1 | 0 to 100 | Invoices more than 15 days past due, divided by invoices issued
donations | Donations received | EUR | financial | higher | sum | monthly | 3000 to 60000 | 0 | 0 to | Money that reached the account in the month, pledges left out
lead-time | Lead time from order to delivery | days | operational | lower | mean | monthly | 5 to 21 | 1 | 0 to | Calendar days from the signed order to the delivery note
defects | Defects found after release | defects | operational | lower | last | monthly | 24 to 120 | 0 | 0 to | Reports with a reproduced fault that reached production in the month
uptime | Availability | % | operational | higher | last | weekly | 97 to 98 | 2 | 0 to 100 | Minutes without a failed probe from three sites, divided by minutes of the week
latency | Slowest answer of nineteen in twenty | ms | operational | lower | last | weekly | 240 to 900 | 0 | 0 to | 95th percentile of server time over every request of the week
error-rate | Order errors | % | operational | lower | last | weekly | 2 to 8 | 2 | 0 to 100 | Orders with a wrong item, amount or address, divided by orders shipped
stock-turn | Stock turns | turns | operational | higher | last | quarterly | 3 to 6 | 2 | 0 to | Cost of goods of the last twelve months divided by the mean stock value
scrap | Scrap | kg | operational | lower | last | monthly | 400 to 3200 | 0 | 0 to | Weight of rejected material on the scale before recycling
energy | Electricity used | kWh | operational | lower | last | monthly | 9000 to 60000 | 0 | 0 to | Reading of the main meter, solar feed-in left out
deploys | Deployments | deployments | operational | higher | sum | monthly | 20 to 120 | 0 | 0 to | Releases that reached every production region in the month
restore | Time to restore service | minutes | operational | lower | mean | monthly | 30 to 200 | 0 | 0 to | Minutes from the first alert to the end of the incident, severity 1 and 2
on-time | Share of deliveries on time | % | operational | higher | ratio | monthly | 62 to 78 | 1 | 0 to 100 | Deliveries inside the promised hour, divided by deliveries
coverage | Branches covered by tests | % | operational | higher | last | weekly | 48 to 60 | 1 | 0 to 100 | Covered branches divided by branches on the main line, generated code left out
wip | Open change requests | requests | operational | lower | last | weekly | 40 to 160 | 0 | 0 to | Requests without a decision on the last day of the week
audits | Audits finished | audits | operational | higher | sum | monthly | 10 to 40 | 0 | 0 to | Audits whose report is signed by both sides in the month
sick-leave | Sick leave | % | employee | lower | last | monthly | 4 to 9 | 2 | 0 to 100 | Days of sick leave divided by contracted working days
turnover | Staff turnover | % | employee | lower | last | quarterly | 4 to 12 | 1 | 0 to 100 | People who left by their own decision, divided by mean headcount
enps | Employee Net Promoter Score | points | employee | higher | last | quarterly | 5 to 32 | 1 | -100 to 100 | Share of promoters minus share of detractors in the pulse survey
training | Training hours | hours | employee | higher | sum | monthly | 60 to 400 | 0 | 0 to | Hours in the learning system that a tutor confirmed
hiring | Days to fill a position | days | employee | lower | mean | monthly | 35 to 80 | 0 | 0 to | Calendar days from the approved request to the signed contract
accidents | Reported near misses | reports | employee | higher | sum | monthly | 15 to 60 | 0 | 0 to | Entries in the safety book that describe an event without an injury
overtime | Overtime | hours | employee | lower | last | monthly | 120 to 900 | 0 | 0 to | Hours beyond contract in the payroll export, on-call left out
internal-moves | Positions filled from inside | % | employee | higher | ratio | quarterly | 18 to 40 | 1 | 0 to 100 | Positions filled by somebody already employed, divided by positions filled
`;

function rangeOf(text) {
  return text.split("to").map((part) => (part.trim() === "" ? null : Number(part)));
}

function measureOf(line) {
  const [slug, name, unit, category, better, aggregation, cadence, start, decimals, bounds, definition] =
    line.split(" | ");
  const [low, high] = rangeOf(start);
  return {
    slug,
    name,
    unit,
    category,
    better,
    aggregation,
    cadence,
    low,
    high,
    decimals: Number(decimals),
    bounds: rangeOf(bounds),
    definition,
  };
}

/** Every measure; `bounds` are [min, max], null where there is none. */
export const MEASURES = TABLE.trim().split("\n").map(measureOf);
