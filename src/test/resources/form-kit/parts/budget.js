import { find, same, show, type } from './page.js';

const html = '<kf-field name="sum" type="money" label="Beløb"></kf-field><kf-budget of="budget" amount="sum"></kf-budget>';
const open = budget => show(html, { load: 'budget=/b', answers: { '/b': { account: '2200', name: 'Forplejning', ...budget } } });

export default {
  async 'says what is left when the typed amount is paid'() {
    await open({ budget: 3000000, spent: 1850000, left: 1150000 });
    type('[name=sum]', '1.500');
    same(find('.kf-budget-left').textContent, '10.000,00 kr. tilbage i år, når denne er betalt');
  },
  async 'warns of more than is left'() {
    await open({ budget: 3000000, spent: 1850000, left: 1150000 });
    type('[name=sum]', '12.000');
    same([find('.kf-budget-left').textContent, find('.kf-budget-left').classList.contains('kf-bad')], ['500,00 kr. mere, end der er tilbage i år', true]);
  },
  async 'says that there is none'() {
    await open({ hasBudget: false });
    same(find('kf-budget p').textContent, 'Der er ikke sat noget budget på kontoen i år.');
  },
};
