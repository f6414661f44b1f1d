package dk.klyngeflow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.bookings.ContactSettings;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.PaymentMode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KlyngeflowTest
class DemoSuppliersTest {

    @Autowired
    DemoCluster cluster;

    @Autowired
    DemoSuppliers suppliers;

    @Autowired
    ClusterSettings settings;

    @Test
    void canCallTheCluster() {
        cluster.open("ringop", "ringop-", PaymentMode.OWN_ACCOUNT);
        assertThat(settings.get("ringop", ContactSettings.PHONE)).isEmpty();

        suppliers.tell("ringop");

        assertThat(settings.get("ringop", ContactSettings.PHONE)).matches("\\d\\d( \\d\\d){3}");
    }
}
