package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.central.AdministrationRig.OTHER;
import static vn.toancanh.central.AdministrationRig.at;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.administration.AcceptedCamera;
import vn.toancanh.administration.FakeCertificates;
import vn.toancanh.administration.Level;
import vn.toancanh.administration.Role;
import vn.toancanh.administration.StreamCertificate;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;
import vn.toancanh.server.ServerFixture;

/** Certificates of cameras as a desk accepts, lists and withdraws them at a real server, and as it reads what another one says. */
class CertificatesAtServerTest {
    private static final CameraId FIRST = new CameraId("c-1");

    private static List<AcceptedCamera> accepted(Desk desk) {
        return Desk.value(desk.<Outcome<List<AcceptedCamera>>>ask(
                answer -> desk.client.certificates().accepted(answer)));
    }

    private static Outcome<Boolean> accept(Desk desk, CameraId camera, Fingerprint... certificates) {
        return desk.<Outcome<Boolean>>ask(
                answer -> desk.client.certificates().accept(camera, List.of(certificates), answer));
    }

    private static List<StreamCertificate> look(Desk desk, CameraId camera) {
        return Desk.value(desk.<Outcome<List<StreamCertificate>>>ask(
                answer -> desk.client.certificates().look(camera, answer)));
    }

    @Test
    void whatIsAcceptedIsListedUntilItIsWithdrawn(@TempDir Path data) throws Exception {
        try (AdministrationRig rig = new AdministrationRig(data)) {
            assertThat(rig.city.here(() -> rig.city.client.certificates().offered()))
                    .isTrue();
            assertThat(accepted(rig.city)).isEmpty();
            Desk.value(accept(rig.city, FIRST, FakeCertificates.FIRST, FakeCertificates.SECOND));
            AcceptedCamera camera = accepted(rig.city).getFirst();
            assertThat(camera.id()).isEqualTo(FIRST);
            assertThat(camera.number()).isEqualTo(1);
            assertThat(camera.site()).isEqualTo(ServerFixture.WARD.id());
            assertThat(camera.accepted()).containsExactlyInAnyOrder(FakeCertificates.FIRST, FakeCertificates.SECOND);
            assertThat(camera.since()).isNotNull();
            assertThat(look(rig.city, FIRST))
                    .as("in clear there is nothing to be seen")
                    .isNotEmpty()
                    .allMatch(stream -> !stream.encrypted() && stream.shown() == null && !stream.open())
                    .allMatch(stream -> stream.accepted().size() == 2);
            Desk.value(accept(rig.city, FIRST));
            assertThat(accepted(rig.city)).isEmpty();
        }
    }

    /** Else what somebody has withdrawn meanwhile would be accepted again by nobody's will. */
    @Test
    void whatIsAcceptedIsChangedByWhoSawItAsItIs(@TempDir Path data) throws Exception {
        try (AdministrationRig rig = new AdministrationRig(data)) {
            Desk other = rig.desk("administrator");
            Desk.value(accept(rig.city, FIRST, FakeCertificates.FIRST));
            assertThat(StreamCertificate.accepted(look(other, FIRST))).containsExactly(FakeCertificates.FIRST);
            Desk.value(accept(rig.city, FIRST));
            assertThat(Desk.failure(accept(other, FIRST, FakeCertificates.FIRST, FakeCertificates.SECOND))
                            .kind())
                    .isEqualTo(Kind.CONFLICT);
            assertThat(accepted(rig.city)).isEmpty();
            assertThat(StreamCertificate.accepted(look(other, FIRST))).isEmpty();
            Desk.value(accept(other, FIRST, FakeCertificates.SECOND));
            assertThat(accepted(rig.city).getFirst().accepted()).containsExactly(FakeCertificates.SECOND);
        }
    }

    @Test
    void aWardsAdministratorHasTheWardsAlone(@TempDir Path data) throws Exception {
        try (AdministrationRig rig = new AdministrationRig(data)) {
            Desk.value(accept(rig.city, FIRST, FakeCertificates.FIRST));
            Role other = AdministrationRig.role(rig.city, "Cửa Nam", false, List.of(), at(Level.CONFIGURE, OTHER));
            AdministrationRig.user(rig.city, "cua.nam", other.id());
            Desk ward = rig.desk("cua.nam");
            assertThat(accepted(ward)).isEmpty();
            assertThat(Desk.failure(accept(ward, FIRST)).kind()).isEqualTo(Kind.NOT_FOUND);
            Role own = AdministrationRig.role(
                    rig.city, "Hoàn Kiếm", false, List.of(), at(Level.CONFIGURE, ServerFixture.WARD));
            AdministrationRig.user(rig.city, "hoan.kiem", own.id());
            assertThat(accepted(rig.desk("hoan.kiem")))
                    .extracting(AcceptedCamera::id)
                    .containsExactly(FIRST);
        }
    }

    @Test
    void pagesAreFollowedAndWhatCannotBeUsedIsLeftOut() throws Exception {
        try (FakeCentral server = new FakeCentral();
                Desk desk = new Desk()) {
            String pin = FakeCertificates.FIRST.base64();
            server.on(
                    "GET /camera-certificates",
                    request -> FakeCentral.odd(FakeCentral.json(
                            request.getUrl().queryParameter("cursor") == null
                                    ? "{\"items\":[{\"cameraId\":\"c-1\",\"siteId\":\"a\",\"accepted\":[\"" + pin
                                            + "\",\"x\"],\"since\":\"hôm qua\"},{\"name\":\"y\"}],\"nextCursor\":\"n\"}"
                                    : "{\"items\":[{\"cameraId\":\"c-2\",\"siteId\":\"a\"}],\"nextCursor\":null}")));
            server.on(
                    "GET /cameras/c-1/certificates",
                    request -> FakeCentral.odd(FakeCentral.json(
                            "{\"items\":[{\"role\":\"main\",\"encrypted\":true,\"accepted\":[],\"shown\":\"" + pin
                                    + "\"},{\"role\":\"x\",\"encrypted\":true,\"problem\":\"new\"}]}")));
            desk.signedIn(server.uri());
            List<AcceptedCamera> cameras = accepted(desk);
            assertThat(cameras).extracting(AcceptedCamera::id).containsExactly(FIRST, new CameraId("c-2"));
            assertThat(cameras.getFirst().accepted()).containsExactly(FakeCertificates.FIRST);
            assertThat(cameras.getFirst().since()).isNull();
            List<StreamCertificate> streams = look(desk, FIRST);
            assertThat(StreamCertificate.open(streams)).containsExactly(FakeCertificates.FIRST);
            assertThat(StreamCertificate.toAccept(streams)).containsExactly(FakeCertificates.FIRST);
            assertThat(streams.getLast().stateKey()).isEqualTo("admin.certificateNoEncryption");
        }
    }
}
