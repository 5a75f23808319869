package vn.toancanh.store;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;

/** Opens sealed rows; those that cannot be opened or understood are told once, without their contents. Lane: STORE. */
final class SealedRows {
    private static final Logger LOG = LoggerFactory.getLogger(SealedRows.class);

    private final Seal seal;
    private final Consumer<Failure> unreadable;
    private boolean told;

    /** @param unreadable told once that something sealed was of no use; on STORE */
    SealedRows(Seal seal, Consumer<Failure> unreadable) {
        this.seal = seal;
        this.unreadable = unreadable;
    }

    byte[] close(byte[] plain, String label) {
        return seal.close(plain, label);
    }

    /** What was sealed for that name; empty where it is of no use, and then it had better be deleted. */
    <T> Optional<T> open(byte[] sealed, String label, Function<byte[], T> reader) {
        Optional<byte[]> plain = seal.open(sealed, label);
        if (plain.isPresent()) {
            try {
                return Optional.of(reader.apply(plain.get()));
            } catch (RuntimeException other) {
                // Its message may quote what was sealed.
                LOG.warn(
                        "something sealed is of another form: {}",
                        other.getClass().getSimpleName());
            }
        }
        if (!told) {
            told = true;
            LOG.warn("something sealed cannot be opened and is dropped");
            unreadable.accept(Failure.of(Kind.BAD_INPUT, "sealed rows that cannot be opened were dropped")
                    .withText("store.sealedLost"));
        }
        return Optional.empty();
    }
}
