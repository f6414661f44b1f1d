package dk.klyngeflow.demo;

import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterRegister.NewPerson;
import dk.klyngeflow.members.ClusterRegister.NewPractice;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Nordklyngen: 9 practices and 21 GPs who do not exist. The CVR number and the account are valid in form only. The one who logs in as
 * {@code sekretaer} is not a member; everybody else is a GP.
 */
@Component
public class DemoCluster {

    /** The demo's only cluster. */
    public static final String ID = "nordklyngen";

    private static final List<NewPractice> PRACTICES = List.of(
            new NewPractice("990101", "Lægerne Fyrvej", 6_320),
            new NewPractice("990102", "Lægehuset Havnen", 8_140),
            new NewPractice("990103", "Klitgårdens Lægeklinik", 3_050),
            new NewPractice("990104", "Lægerne ved Mosen", 5_610),
            new NewPractice("990105", "Nordstjernens Lægehus", 4_480),
            new NewPractice("990106", "Solbakkens Lægepraksis", 1_720),
            new NewPractice("990107", "Lægehuset Åkanden", 7_230),
            new NewPractice("990108", "Birkelundens Læger", 3_260),
            new NewPractice("990109", "Lægerne Østergab", 1_650));

    private static final List<String> OTHER_MEMBERS = List.of(
            "Anders Bækgaard:990101",
            "Birgitte Lyngsø:990101",
            "Casper Rosenvang:990102",
            "Dorte Hjelmager:990102",
            "Esben Tvedskov:990102",
            "Frida Engmark:990103",
            "Gorm Kildebæk:990104",
            "Helle Strandvig:990104",
            "Ivan Søndermose:990105",
            "Jytte Ravnsbo:990105",
            "Kasper Dybdal:990107",
            "Laura Grønhede:990107",
            "Malthe Aakjær:990107",
            "Nanna Vibemark:990108",
            "Oskar Fuglebjerg:990109");

    private final ClusterRegister register;

    DemoCluster(ClusterRegister register) {
        this.register = register;
    }

    /** Opens the demo's cluster; everybody who can log in has her id as password. */
    void open() {
        open(ID, "", PaymentMode.OWN_ACCOUNT);
    }

    /**
     * Opens a cluster of the same people.
     *
     * @param prefix stands before everybody's id, so that a cluster more has people of its own
     */
    public void open(String clusterId, String prefix, PaymentMode mode) {
        register.open(
                new Cluster(
                        clusterId,
                        "Nordklyngen",
                        "99887702",
                        mode,
                        "post@nordklyngen.example",
                        "Region Nord",
                        "DK2199990123456789"),
                PRACTICES,
                people().stream().map(person -> prefixed(prefix, person)).toList());
    }

    private static NewPerson prefixed(String prefix, NewPerson person) {
        String password = person.password() == null ? null : prefix + person.password();
        return new NewPerson(
                prefix + person.id(), person.name(), person.mail(), person.posts(), person.providerNumber(), password);
    }

    private static List<NewPerson> people() {
        List<NewPerson> people = new ArrayList<>();
        people.add(officer("koordinator", "Karen Holmgård", "990104", Post.COORDINATOR, Post.MEMBER));
        people.add(officer("formand", "Frederik Lundsby", "990101", Post.CHAIR, Post.MEMBER));
        people.add(officer("kasserer", "Kirsten Ahlmark", "990107", Post.TREASURER, Post.MEMBER));
        people.add(officer("bestyrelse", "Bo Stenkær", "990103", Post.BOARD, Post.MEMBER));
        people.add(officer("revisor", "Rikke Damsbo", "990105", Post.AUDITOR, Post.MEMBER));
        people.add(officer("medlem", "Mads Enevold", "990106", Post.MEMBER));
        people.add(officer("sekretaer", "Signe Vestrup", null, Post.SECRETARY));
        int number = 7;
        for (String other : OTHER_MEMBERS) {
            String name = other.substring(0, other.indexOf(':'));
            people.add(new NewPerson(
                    "m" + number++,
                    name,
                    mail(name),
                    List.of(Post.MEMBER),
                    other.substring(other.indexOf(':') + 1),
                    null));
        }
        return people;
    }

    private static NewPerson officer(String id, String name, @Nullable String providerNumber, Post... posts) {
        return new NewPerson(id, name, mail(name), List.of(posts), providerNumber, id);
    }

    private static String mail(String name) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "oe")
                .replace("å", "aa")
                .replace(' ', '.');
        return plain + "@nordklyngen.example";
    }
}
