package vn.toancanh.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Secret;

class VaultTest {
    @TempDir
    Path folder;

    @Test
    void whatIsSealedOpensForItsLabelAndKeyOnly() throws GeneralSecurityException {
        Vault vault = Vault.open(folder.resolve("a.key"));
        Secret secret = Secret.of("mật khẩu");
        byte[] sealed = vault.seal(secret, "camera:1");
        assertThat(Vault.open(folder.resolve("a.key")).open(sealed, "camera:1")).isEqualTo(secret);
        assertThat(vault.seal(secret, "camera:1")).isNotEqualTo(sealed);
        assertThatThrownBy(() -> vault.open(sealed, "camera:2")).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> Vault.open(folder.resolve("b.key")).open(sealed, "camera:1"))
                .isInstanceOf(GeneralSecurityException.class);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> vault.open(changed, "camera:1")).isInstanceOf(GeneralSecurityException.class);
        }
        assertThatThrownBy(() -> vault.open(new byte[3], "camera:1")).isInstanceOf(GeneralSecurityException.class);
        assertThat(vault.open(sealed, "camera:1"))
                .as("what does not open spoils nothing after it")
                .isEqualTo(secret);
    }

    @Test
    void manyOpenAtATimeAndEachGetsHisOwn() {
        Vault vault = Vault.open(folder.resolve("a.key"));
        assertThat(IntStream.range(0, 5_000).parallel().filter(i -> opens(vault, i)))
                .hasSize(5_000);
    }

    private static boolean opens(Vault vault, int number) {
        Secret secret = Secret.of("mật khẩu " + number);
        try {
            return vault.open(vault.seal(secret, "camera:" + number), "camera:" + number)
                    .equals(secret);
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }

    @Test
    void marksAreEqualForEqualTextUnderOneKey() {
        Vault vault = Vault.open(folder.resolve("a.key"));
        assertThat(vault.mark("a")).isEqualTo(vault.mark("a")).isNotEqualTo(vault.mark("b"));
        assertThat(Vault.open(folder.resolve("b.key")).mark("a")).isNotEqualTo(vault.mark("a"));
    }
}
