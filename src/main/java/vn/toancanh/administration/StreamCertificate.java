package vn.toancanh.administration;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Fingerprint;

/**
 * What the server of a stream shows, and what is accepted of it.
 *
 * @param role main, sub or third, or the word of a newer server
 * @param encrypted false: it is asked in clear, and shows none
 * @param accepted empty: those that the system trusts for its name
 * @param shown null where none was seen
 * @param problem why none was, by the contract's word; empty where there is none
 */
public record StreamCertificate(
        String role,
        boolean encrypted,
        List<Fingerprint> accepted,
        @Nullable Fingerprint shown,
        String problem) {
    public StreamCertificate {
        accepted = List.copyOf(accepted);
    }

    /** True where it shows one that nobody has accepted. */
    public boolean open() {
        return shown != null && !accepted.contains(shown);
    }

    /** The text that says how it stands. */
    public String stateKey() {
        if (!encrypted) {
            return "admin.certificateInClear";
        }
        if (shown != null) {
            String other = accepted.isEmpty() ? "admin.certificateByAuthority" : "admin.certificateOther";
            return open() ? other : "admin.certificateAccepted";
        }
        return switch (problem) {
            case "unreachable" -> "admin.certificateUnreachable";
            case "silent" -> "admin.certificateSilent";
            case "notACamera" -> "admin.certificateNotACamera";
            default -> "admin.certificateNoEncryption";
        };
    }

    /** What accepting all that a camera shows comes to: what its streams show, and of those that show none what is accepted of them. */
    public static List<Fingerprint> toAccept(List<StreamCertificate> streams) {
        return streams.stream()
                .filter(StreamCertificate::encrypted)
                .flatMap(stream -> {
                    Fingerprint now = stream.shown();
                    return now == null ? stream.accepted().stream() : Stream.of(now);
                })
                .distinct()
                .toList();
    }

    /** All that is accepted of a camera's streams, each once. */
    public static List<Fingerprint> accepted(List<StreamCertificate> streams) {
        return streams.stream()
                .flatMap(stream -> stream.accepted().stream())
                .distinct()
                .toList();
    }

    /** What its streams show that nobody has accepted, each once. */
    public static List<Fingerprint> open(List<StreamCertificate> streams) {
        return streams.stream()
                .filter(StreamCertificate::open)
                .flatMap(stream -> Stream.ofNullable(stream.shown()))
                .distinct()
                .toList();
    }
}
