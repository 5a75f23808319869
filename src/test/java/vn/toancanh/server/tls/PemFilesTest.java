package vn.toancanh.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;

/** Certificates and keys as they come, and as they come spoilt. */
class PemFilesTest {
    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");

    @TempDir
    Path folder;

    private Keys.Pair good;

    @BeforeEach
    void make() throws Exception {
        good = Keys.ec(folder, "good", NOW, "may-chu.hanoi.vn", "10.1.2.3", "2001:db8::7");
    }

    private void refused(Path certificate, Path key, String textKey) {
        assertThatThrownBy(() -> PemFiles.read(certificate, key))
                .isInstanceOfSatisfying(FailureException.class, failure -> {
                    assertThat(failure.failure().textKey()).isEqualTo(textKey);
                    assertThat(new Texts(Language.VI).of(failure.failure())).doesNotContain("{");
                });
    }

    @Test
    void anOwnCertificateIsGoodForItsNamesAndTenYears() throws Exception {
        Identity read = PemFiles.read(good.certificate(), good.key());
        var own = read.own();
        own.verify(own.getPublicKey());
        assertThat(own.getSubjectAlternativeNames().stream()
                        .map(each -> each.get(0) + " " + each.get(1))
                        .toList())
                .containsExactly("2 may-chu.hanoi.vn", "7 10.1.2.3", "7 2001:db8:0:0:0:0:0:7");
        assertThat(own.getSigAlgName()).isEqualTo("SHA256withECDSA");
        assertThat(own.getBasicConstraints()).as("no authority").isEqualTo(-1);
        assertThat(own.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(read.age(NOW)).isEqualTo(Identity.Age.GOOD);
        assertThat(read.age(NOW.minus(Duration.ofDays(1)))).as("a clock behind").isEqualTo(Identity.Age.GOOD);
        assertThat(read.age(NOW.minus(Duration.ofDays(9)))).isEqualTo(Identity.Age.NOT_YET);
        assertThat(read.age(NOW.plus(Duration.ofDays(3640)))).isEqualTo(Identity.Age.ENDS_SOON);
        assertThat(read.age(NOW.plus(Duration.ofDays(3660)))).isEqualTo(Identity.Age.ENDED);
        assertThat(read).asString().doesNotContain("key");
    }

    @Test
    void everyCustomaryFormOfAKeyIsRead() throws Exception {
        Keys.Pair rsa = Keys.rsa(folder, "rsa");
        for (Keys.Pair pair : new Keys.Pair[] {good, rsa}) {
            Identity read = PemFiles.read(pair.certificate(), pair.key());
            Files.writeString(pair.key(), "Bag Attributes\n  x: y\n" + Keys.traditional(read.key()));
            assertThat(PemFiles.read(pair.certificate(), pair.key()).fingerprint())
                    .isEqualTo(read.fingerprint());
        }
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws Exception {
        Keys.Pair other = Keys.ec(folder, "other", NOW, "localhost");
        Keys.Pair rsa = Keys.rsa(folder, "rsa");
        refused(good.certificate(), other.key(), "server.tlsKeyDoesNotFit");
        refused(good.certificate(), rsa.key(), "server.tlsKeyDoesNotFit");
        refused(rsa.certificate(), good.key(), "server.tlsKeyDoesNotFit");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.9})
    void filesThatAreCutShortAreRefused(double part) throws Exception {
        String certificate = Files.readString(good.certificate());
        Path cut = Files.writeString(
                folder.resolve("cut.crt"), certificate.substring(0, (int) (certificate.length() * part)));
        refused(cut, good.key(), "server.certificateUnreadable");
        Path second = Files.writeString(folder.resolve("second.crt"), certificate + Files.readString(cut));
        if (part > 0.2) {
            refused(second, good.key(), "server.certificateUnreadable");
        }
        String key = Files.readString(good.key());
        Files.writeString(good.key(), key.substring(0, (int) (key.length() * part)));
        refused(good.certificate(), good.key(), "server.tlsKeyUnreadable");
    }

    @Test
    void filesThatAreSomethingElseAreRefused() throws Exception {
        refused(folder.resolve("none.crt"), good.key(), "server.certificateUnreadable");
        refused(good.certificate(), folder.resolve("none.key"), "server.tlsKeyUnreadable");
        refused(good.key(), good.key(), "server.certificateUnreadable");
        refused(good.certificate(), good.certificate(), "server.keyOpen");
        Files.setPosixFilePermissions(good.certificate(), PosixFilePermissions.fromString("rw-------"));
        refused(good.certificate(), good.certificate(), "server.tlsKeyUnreadable");
        Files.writeString(good.key(), Keys.armoured("ENCRYPTED PRIVATE KEY", new byte[100]));
        refused(good.certificate(), good.key(), "server.tlsKeyEncrypted");
        Files.writeString(good.key(), Keys.armoured("PRIVATE KEY", new byte[100]));
        refused(good.certificate(), good.key(), "server.tlsKeyUnreadable");
        Files.writeString(good.key(), Keys.armoured("DSA PRIVATE KEY", new byte[100]));
        refused(good.certificate(), good.key(), "server.tlsKeyUnreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw-rw----"})
    void aKeyThatEverybodyMayReadIsRefused(String permissions) throws Exception {
        Files.setPosixFilePermissions(good.key(), PosixFilePermissions.fromString(permissions));
        refused(good.certificate(), good.key(), "server.keyOpen");
    }

    @Test
    void aKeyThatAGroupMayReadIsTakenWhereSomebodyElseGaveIt() throws Exception {
        Files.setPosixFilePermissions(good.key(), PosixFilePermissions.fromString("r--r-----"));
        assertThat(PemFiles.read(good.certificate(), good.key())).isNotNull();
    }
}
