-- what happened to a meeting was kept as the sentence that people read
alter table klyngeflow.meeting_event add column was text;
update klyngeflow.meeting_event set was = kind;
update klyngeflow.meeting_event e set kind = known.kind
from (values
    ('WISHED', 'Møde ønsket'),
    ('PLANNED', 'Planlagt'),
    ('DATES_ASKED', 'Spurgt om dato'),
    ('DATES_REMINDED', 'Mindet om datoerne'),
    ('POLL_PROLONGED', 'Afstemningen om dato er forlænget'),
    ('POLL_CLOSED_EARLY', 'Afstemningen om dato er lukket før tid'),
    ('NO_DATE', 'Ingen dato blev fundet'),
    ('DATE_CHOSEN', 'Datoen er valgt'),
    ('DATE_TOLD', 'Dato meddelt'),
    ('NEW_DATE_TOLD', 'Ny dato meddelt'),
    ('MOVED', 'Flyttet'),
    ('CANCELLED', 'Aflyst'),
    ('CANCELLATION_TOLD', 'Besked om aflysning'),
    ('ROOM_BOOKED', 'Lokale er aftalt'),
    ('CATERING_BOOKED', 'Forplejning er aftalt'),
    ('SPEAKER_BOOKED', 'Oplæg er aftalt'),
    ('CONSENT_ASKED', 'Spurgt om samtykke til data'),
    ('DATA_ORDERED', 'Datapakken er bestilt'),
    ('DATA_RECEIVED', 'Data er modtaget'),
    ('HELD_WITHOUT_DATA', 'Mødet holdes uden data'),
    ('AGENDA_APPROVED', 'Dagsorden godkendt'),
    ('INVITED', 'Indkaldelse sendt'),
    ('PLACE_TOLD', 'Sted meddelt'),
    ('REPLIES_REMINDED', 'Mindet om svar'),
    ('ANOTHER_TIME_PROPOSED', 'Foreslår en anden tid'),
    ('REPLIES_CLOSED', 'Tilmelding lukket'),
    ('HELD_WITH_FEW', 'Mødet holdes, for ingen har valgt andet'),
    ('MEETING_REMINDED', 'Mindet om mødet'),
    ('REPLY_BY_PHONE', 'Tilmelding fra et medlem taget i telefonen'),
    ('CONSENT_BY_PHONE', 'Svar om data taget i telefonen'),
    ('DATES_BY_PHONE', 'Svar om datoer taget i telefonen'),
    ('HELD', 'Mødet er holdt'),
    ('RECORDED', 'Fremmøde og aftaler er registreret'),
    ('KEY_POINTS', 'Hovedpunkterne er skrevet'),
    ('KEY_POINTS_LATE', 'Hovedpunkterne kom ikke i tide; referatet går videre'),
    ('MINUTES_APPROVED', 'Referatet er godkendt'),
    ('MINUTES_SENT', 'Referatet er sendt'),
    ('ITEM_PASSED_ON', 'En aftale er gået til koordinatoren, fordi den, der havde den, har forladt klyngen'),
    ('RE_MEASURE_DUE', 'Det er tid til at måle på emnet igen'),
    ('RE_MEASURED', 'Der er målt på emnet igen'),
    ('NOT_RE_MEASURED', 'Der bliver ikke målt igen'),
    ('CLOSED', 'Mødet er afsluttet')
) as known (kind, was)
where e.was = known.was;

-- a sentence that nobody writes any longer stands in the text
update klyngeflow.meeting_event set kind = 'OTHER', text = left(was || case text when '' then '' else ': ' || text end, 1000)
where kind = was;

alter table klyngeflow.meeting_event drop column was;
