/* An invoice as those see it who decide about it. */

const INVOICE = `
  <kf-near of="invoice.nearMatches"></kf-near>
  <kf-problems of="invoice.problems"></kf-problems>
  <kf-fact label="Leverandør" of="invoice.supplier.name"></kf-fact>
  <kf-fact label="Slags" of="invoice.kindText"></kf-fact>
  <kf-fact label="Nummer" of="invoice.number"></kf-fact>
  <kf-fact label="Beløb" of="invoice.amountDkk" as="money" big></kf-fact>
  <kf-fact label="I fakturaen" of="invoice.signedMinor" as="minor" unit="invoice.currency" data-when="!invoice.currency=DKK"></kf-fact>
  <kf-fact label="Kursen er fra" of="invoice.rateSource"></kf-fact>
  <kf-fact label="Fakturadato" of="invoice.issueDate" as="date"></kf-fact>
  <kf-fact label="Betales senest" of="invoice.dueDate" as="date" data-when="!invoice.givesMoneyBack"></kf-fact>
  <kf-fact label="Møde" of="invoice.meeting"></kf-fact>
  <kf-fact label="Tekst" of="invoice.text"></kf-fact>
  <kf-fact label="Betales til" of="invoice.payment.label" data-when="!invoice.givesMoneyBack"></kf-fact>
  <kf-fact label="Sendt af" of="invoice.sender"></kf-fact>
  <kf-note data-when="invoice.givesMoneyBack"><p>Leverandøren giver penge tilbage: klyngen skal ikke betale noget. Næste regning derfra bliver så meget mindre.</p></kf-note>
  <kf-note kind="warning" data-when="invoice.ownClaim"><p>Det er et udlæg eller honorar til den, der har sendt det. Den, det tilfalder, kan ikke selv godkende.</p></kf-note>
  <kf-budget of="invoice.budget"></kf-budget>
  <kf-note of="invoice.guidance" label="Det må kontoen bruges til"></kf-note>
  <kf-approvals of="invoice.approvals"></kf-approvals>
  <kf-questions of="invoice.questions"></kf-questions>
`;

/** An invoice as those see it who decide about it; `of` says under which name it was loaded. */
export function invoice(kit, place) {
  place.innerHTML = INVOICE.replaceAll('invoice.', `${place.getAttribute('of')}.`);
}
