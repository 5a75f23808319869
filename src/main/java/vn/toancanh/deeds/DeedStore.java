package vn.toancanh.deeds;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** The port to where deeds are kept. Lane: DESK; every call returns at once, every answer comes on DESK. */
public interface DeedStore {
    /** Keeps a deed behind those that are kept already. */
    void append(DeedOwner owner, Deed deed);

    /**
     * The oldest deeds of that owner that are not set aside, in the order in which they were kept.
     *
     * @param notes false: without notes for an audit trail
     */
    void oldest(DeedOwner owner, boolean notes, int most, Consumer<List<Deed>> answer);

    /** Forgets deeds that the server knows. */
    void remove(Set<UUID> ids);

    /** Sets deeds aside that the server will not have: they stay here, and are not told again. */
    void setAside(Set<UUID> ids);

    /** How many deeds of that owner wait to be told. */
    void count(DeedOwner owner, IntConsumer answer);
}
