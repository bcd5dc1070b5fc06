/** Hidden commands of docs/commands.md: what must lie there for the examples of each command to run. */

/** The day is set behind every command, so that the page does the same on any. */
export const PREPARE = `top=$PWD
kpi() { command kpi "$@" --as-of 2026-08-15; }
save() { git add -A && GIT_AUTHOR_DATE="$1T09:00Z" GIT_COMMITTER_DATE="$1T09:00Z" git commit -q -m "$2"; }
empty() { mkdir "$top/$1" && cd "$top/$1" && git init -q; }
company() { cp -R "$top/company" "$top/$1" && cd "$top/$1"; }
empty company
cp -R "$KPI_HOME/examples/kpis" "$KPI_HOME/examples/kpi.config.yaml" .
mv kpis/marketing.kpi.yaml kpis/sales.kpi.yaml
cat > kpi.yaml <<'END'
version: 1
metrics:
  conversion:
    title: Share of trials that end in a contract
    definition: Contracts signed (numerator) of all trials that ended in the month (denominator).
    category: customer
    unit: "%"
    aggregation: ratio
    cadence: monthly
    bounds: { min: 0, max: 100 }
    source: { system: CRM, how: manual }
    values:
      2026-06: { numerator: 11, denominator: 38 }
  margin:
    title: Margin of new contracts
    definition: Fee of the first year less the cost to win the contract, in percent of the fee.
    category: financial
    unit: "%"
    cadence: monthly
    source: { system: CRM, how: manual }
    values:
      2026-06: 4.5
END
sed -i.old -e 's/of 75 by/of 78 by/' -e 's/target: 75/target: 78/' -e '/reason trail/d' -e '/Survey moved/d' kpis/customers.kpi.yaml
rm kpis/customers.kpi.yaml.old
save 2026-01-12 "KPIs of 2026"
git tag v1.2
cp "$KPI_HOME/examples/kpis/customers.kpi.yaml" kpis
save 2026-04-02 "Survey over 90 days"`;

/** What stands before the examples of a command; those without an entry get a copy of the example company. */
export const SETUPS: Readonly<Record<string, string>> = {
  "kpi record": `company record
sed -i.old '/2026-06-30: 68/d' kpis/customers.kpi.yaml`,
  "kpi add goal": "empty added",
  "kpi add metric": 'cd "$top/added"',
  "kpi add kpi": 'cd "$top/added"',
  "kpi init": "empty init",
  "kpi import": `empty import
cat > indicators.csv <<'END'
Indicator name,Unit,Target 2030,Owner
Employment rate,%,at least 78 %,team:labour
Greenhouse gas emissions,Mt,reduce by 40 %,team:climate
END
mkdir slo models
cat > slo/booking.yaml <<'END'
apiVersion: openslo/v1
kind: SLO
metadata: { name: booking-available }
spec:
  service: booking
  budgetingMethod: Occurrences
  timeWindow: [{ duration: 1M, calendar: { startTime: "2026-01-01 00:00:00", timeZone: UTC } }]
  indicator:
    metadata: { name: booking-requests }
    spec:
      ratioMetric:
        good: { metricSource: { type: Prometheus, spec: { query: good } } }
        total: { metricSource: { type: Prometheus, spec: { query: all } } }
  objectives: [{ target: 0.999 }]
END
cat > models/metrics.yml <<'END'
metrics:
  - name: revenue
    label: Revenue
    description: Invoices of the month.
    type: simple
    type_params: { measure: revenue }
END
cat > okrs.json <<'END'
[{ "objective": "Clinics stay", "owner": "Ana", "period": "2026-Q3", "keyResults": [
  { "title": "Churn of 1.6 %", "start": 3.2, "target": 1.6, "unit": "%", "owner": "Lena" }] }]
END`,
  "kpi diff": `company diff
mkdir before after
for folder in before after; do echo 'version: 1' > $folder/kpi.config.yaml; cp -R kpis $folder; done
kpi record clinic-churn 2.1 --date 2026-08-14 --quiet -C after`,
  "kpi completion": "company completion && mkdir -p ~/.config/fish/completions",
};

/** Examples that a test cannot type, and what they need. */
export const NOT_RUN: Readonly<Record<string, string>> = {
  "kpi add goal": "needs a terminal to ask on",
  "kpi add metric": "needs a terminal to ask on",
  "kpi add kpi": "needs a terminal to ask on",
  'eval "$(kpi completion zsh)"': "needs zsh",
  "kpi lsp": "needs an editor that starts it",
};

/** Examples that end with another status than 0 on the example company. */
export const EXITS: Readonly<Record<string, number>> = {
  "kpi progress --format json:progress.json --fail-on off-track": 1,
};
