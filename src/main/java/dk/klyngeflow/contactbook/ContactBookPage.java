package dk.klyngeflow.contactbook;

import dk.klyngeflow.contactbook.SharedContacts.Shared;
import dk.klyngeflow.documents.CsvTable;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.mail.FailedMails;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /kontakter/<cluster>}: the contact book, for coordinator and secretary. */
@Controller
@RequestMapping("/kontakter/{cluster}")
class ContactBookPage implements StartPageLinks {

    private static final int LONGEST_SEARCH = 100;

    private final CurrentPerson person;
    private final Clusters clusters;
    private final Contacts contacts;
    private final ObjectProvider<SharedContacts> shared;

    ContactBookPage(CurrentPerson person, Clusters clusters, Contacts contacts, ObjectProvider<SharedContacts> shared) {
        this.person = person;
        this.clusters = clusters;
        this.contacts = contacts;
        this.shared = shared;
    }

    @Override
    public List<Link> links() {
        return clusters.all().stream()
                .filter(cluster ->
                        person.isAdministrator() || person.hasRole(cluster.id(), Role.COORDINATOR, Role.SECRETARY))
                .map(cluster -> new Link(
                        "Kontaktbogen i " + cluster.name(),
                        "/kontakter/" + cluster.id(),
                        "Afdelinger, konsulenter, kommune, patientforeninger og andre uden for klyngen."))
                .toList();
    }

    @GetMapping
    String list(
            @PathVariable String cluster,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String slags,
            Model model) {
        Cluster of = require(cluster);
        List<Contact> all = contacts.of(cluster);
        model.addAttribute("cluster", of);
        model.addAttribute("all", all.size());
        model.addAttribute(
                "contacts",
                all.stream()
                        .filter(contact ->
                                slags.isEmpty() || contact.kind().name().equals(slags))
                        .filter(contact -> isLike(contact, q.strip()))
                        .toList());
        model.addAttribute("kinds", ContactKind.values());
        model.addAttribute("q", q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q);
        model.addAttribute("slags", slags);
        model.addAttribute("shared", notYetHere(of, all));
        return "contactbook/list";
    }

    private static boolean isLike(Contact contact, String wanted) {
        String all = (contact.inWords() + " " + contact.mail() + " "
                        + contact.reach().phone() + " " + contact.note() + " "
                        + contact.kind().danish())
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(wanted.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }

    private List<Shared> notYetHere(Cluster cluster, List<Contact> all) {
        return shared.stream()
                .flatMap(each -> each.of(cluster.regionName()).stream())
                .filter(each ->
                        all.stream().noneMatch(contact -> contact.name().equalsIgnoreCase(short100(each.what()))))
                .toList();
    }

    /** Takes an entry of the region's lists into the cluster's own book, to be completed there. */
    @PostMapping("/tag-med")
    String adopt(@PathVariable String cluster, @RequestParam(defaultValue = "") String id) {
        Cluster of = require(cluster);
        Shared wanted = notYetHere(of, contacts.of(cluster)).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::notFound);
        String mail = Arrays.stream(wanted.how().split("[\\s,;]+"))
                .filter(word -> word.contains("@") && FailedMails.isAddress(word))
                .findFirst()
                .orElse("");
        String added = contacts.add(
                cluster,
                new Contacts.Entry(
                        wanted.kind(),
                        new Contact.Who(short100(wanted.what()), "", ""),
                        new Contact.Reach("", mail),
                        wanted.how()));
        return "redirect:/kontakter/" + cluster + "/" + added;
    }

    private static String short100(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100).strip();
    }

    @GetMapping("/ny")
    ModelAndView empty(@PathVariable String cluster, Model model) {
        require(cluster);
        return form(cluster, null, Map.of(), List.of(), model);
    }

    @PostMapping("/ny")
    ModelAndView add(
            @PathVariable String cluster,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes after) {
        require(cluster);
        try {
            Contacts.Entry entry = ContactForm.read(typed);
            refuseTwin(cluster, entry, null);
            if (contacts.of(cluster).size() >= Contacts.MOST) {
                throw new FormRefused("Kontaktbogen er fuld. Fjern nogle, der ikke bruges længere.");
            }
            contacts.add(cluster, entry);
            return saved(cluster, entry, after);
        } catch (FormRefused refused) {
            return form(cluster, null, typed, refused.messages(), model);
        }
    }

    @GetMapping("/{contact}")
    ModelAndView one(@PathVariable String cluster, @PathVariable String contact, Model model) {
        require(cluster);
        Contact known = find(cluster, contact);
        return form(cluster, known, ContactForm.typed(known), List.of(), model);
    }

    @PostMapping("/{contact}")
    ModelAndView change(
            @PathVariable String cluster,
            @PathVariable String contact,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes after) {
        require(cluster);
        Contact known = find(cluster, contact);
        try {
            Contacts.Entry entry = ContactForm.read(typed);
            refuseTwin(cluster, entry, contact);
            contacts.change(cluster, contact, entry);
            return saved(cluster, entry, after);
        } catch (FormRefused refused) {
            return form(cluster, known, typed, refused.messages(), model);
        }
    }

    @PostMapping("/{contact}/fjern")
    String remove(@PathVariable String cluster, @PathVariable String contact, RedirectAttributes after) {
        require(cluster);
        if (contacts.remove(cluster, contact)) {
            after.addFlashAttribute("done", "Kontakten er fjernet.");
        }
        return "redirect:/kontakter/" + cluster;
    }

    @GetMapping("/kontakter.vcf")
    ResponseEntity<byte[]> cards(@PathVariable String cluster) {
        require(cluster);
        return file(
                "kontakter.vcf",
                "text/vcard;charset=UTF-8",
                ContactCards.write(contacts.of(cluster)).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/kontakter.csv")
    ResponseEntity<byte[]> table(@PathVariable String cluster) throws IOException {
        require(cluster);
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        CsvTable.write(ContactTable.sheet(contacts.of(cluster)), table);
        return file("kontakter.csv", "text/csv;charset=UTF-8", table.toByteArray());
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .contentType(MediaType.parseMediaType(type))
                .body(content);
    }

    private void refuseTwin(String cluster, Contacts.Entry entry, @Nullable String except) {
        contacts.called(cluster, entry.who())
                .filter(known -> !known.contactId().equals(except))
                .ifPresent(known -> {
                    throw new FormRefused("„" + known.inWords() + "“ står i kontaktbogen i forvejen.");
                });
    }

    private Cluster require(String cluster) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY);
        return clusters.find(cluster).orElseThrow(Refused::notFound);
    }

    private Contact find(String cluster, String contact) {
        return contacts.find(cluster, contact).orElseThrow(Refused::notFound);
    }

    private static ModelAndView saved(String cluster, Contacts.Entry entry, RedirectAttributes after) {
        after.addFlashAttribute("done", entry.who().name() + " er gemt.");
        return new ModelAndView("redirect:/kontakter/" + cluster);
    }

    private ModelAndView form(
            String cluster, @Nullable Contact contact, Map<String, String> typed, List<String> wrong, Model model) {
        model.addAttribute("cluster", clusters.get(cluster));
        model.addAttribute("contact", contact);
        model.addAttribute("kinds", ContactKind.values());
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        return new ModelAndView(
                "contactbook/contact", model.asMap(), wrong.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
    }
}
