package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.einvoices.CprInFiles;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.ReadForm;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member asks to have an outlay or a fee paid, and sees how far it has come. */
@Controller
@RequestMapping("/udlaeg/{cluster}")
class ClaimPage {

    private final CurrentPerson person;
    private final Clusters clusters;
    private final Invoices invoices;
    private final InvoiceIntake intake;
    private final CprInFiles cprNumbers;
    private final InvoiceApprovalContract contract;
    private final Withdrawals withdrawals;
    private final Cases cases;
    private final TransactionTemplate transaction;

    ClaimPage(
            CurrentPerson person,
            Clusters clusters,
            Invoices invoices,
            InvoiceIntake intake,
            InvoiceApprovalContract contract,
            Withdrawals withdrawals,
            Cases cases,
            TransactionTemplate transaction,
            CprInFiles cprNumbers) {
        this.cprNumbers = cprNumbers;
        this.person = person;
        this.clusters = clusters;
        this.invoices = invoices;
        this.intake = intake;
        this.contract = contract;
        this.withdrawals = withdrawals;
        this.cases = cases;
        this.transaction = transaction;
    }

    @GetMapping
    String show(@PathVariable String cluster, Model model) {
        person.require(cluster, Role.values());
        return page(cluster, Map.of(), List.of(), List.of(), model);
    }

    /** Takes the claim in; what is wrong is said on the page, and nothing that was typed is lost. */
    @PostMapping
    String send(
            @PathVariable String cluster,
            @RequestParam Map<String, String> sent,
            @RequestParam(name = FormFields.CONFIRMED, defaultValue = "") List<String> confirmed,
            @RequestParam(name = "file", required = false) MultipartFile file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        person.require(cluster, Role.values());
        Map<String, String> typed = new HashMap<>(sent);
        String kept = "";
        try {
            Map<String, Object> form = form(typed);
            form.put(FormFields.CONFIRMED, FormFields.confirmed(confirmed));
            if (file != null && !file.isEmpty()) {
                String name = String.valueOf(file.getOriginalFilename());
                form.put(
                        "documentId",
                        intake.keep(cluster, name, bytes(file), person.requireId())
                                .id());
            } else if (!typed.getOrDefault("documentId", "").isBlank()) {
                form.put("documentId", typed.get("documentId"));
            }
            kept = String.valueOf(form.getOrDefault("documentId", ""));
            // so that she need not find the file again when something else is wrong
            typed.put("documentId", kept);
            ReadForm claim = ReadForm.by(contract, ReadForm.Sent.toStart(person.requireId(), cluster, form));
            transaction.executeWithoutResult(status -> cases.start(InvoiceApproval.KEY, cluster, null, claim.take()));
        } catch (FormRefused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(cluster, typed, refused.messages(), refused.doubts(), model);
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return page(cluster, typed, List.of(String.valueOf(refused.getMessage())), List.of(), model);
        }
        cprNumbers
                .warningAbout(cluster, kept)
                .ifPresent(warning -> after.addFlashAttribute("refused", "Det er sendt, men: " + warning));
        after.addFlashAttribute("done", "Tak. Sekretæren kontrollerer det, og du får besked, hvis noget mangler.");
        return "redirect:/udlaeg/" + cluster;
    }

    @PostMapping("/{id}/tilbage")
    String withdraw(
            @PathVariable String cluster,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes after) {
        person.require(cluster, Role.values());
        Invoice invoice = invoices.find(cluster, id)
                .filter(found -> person.requireId().equals(found.claimantId()))
                .orElseThrow(Refused::notFound);
        try {
            FormFields fields = FormFields.of(Map.of("reason", reason), Set.of("reason"));
            String said = Withdrawals.reason(fields);
            fields.refuseIfWrong();
            withdrawals.withdraw(cluster, invoice.id(), person.requireId(), said);
            after.addFlashAttribute("done", "Det er trukket tilbage.");
        } catch (FormRefused refused) {
            after.addFlashAttribute("refused", String.join(" ", refused.messages()));
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getMessage());
        }
        return "redirect:/udlaeg/" + cluster;
    }

    private String page(
            String cluster,
            Map<String, String> typed,
            List<String> wrong,
            List<FormRefused.Doubt> doubts,
            Model model) {
        model.addAttribute("cluster", clusters.get(cluster));
        model.addAttribute("claims", invoices.claimsOf(cluster, person.requireId()));
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", doubts.isEmpty() ? wrong : List.of());
        model.addAttribute("doubts", doubts);
        return "invoices/claim";
    }

    private static Map<String, Object> form(Map<String, String> typed) {
        Map<String, Object> form = new HashMap<>();
        for (String field : List.of("claimKind", "claimAmount", "claimText", "claimDate", "claimPayTo")) {
            form.put(field, typed.getOrDefault(field, ""));
        }
        return form;
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("an upload could not be read", e);
        }
    }
}
