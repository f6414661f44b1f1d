-- The matter (a meeting, an invoice) that an uploaded file has been handed in for: it cannot be handed in for another one by naming it.
alter table klyngeflow.document add column belongs_to text;
update klyngeflow.document d set belongs_to = i.cluster_id || '/' || i.invoice_id
from klyngeflow.invoice i where i.cluster_id = d.cluster_id and i.document_id = d.id;
