package vn.toancanh.base;

import java.lang.ref.SoftReference;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;

/**
 * The memory that {@link Argon2id} computes in, kept from one hash to the next for whoever computes many: thrown away each time, it
 * would be most of what a server's garbage collector has to do. As much as one hash takes is kept, wiped, and let go of where memory
 * runs short; hashes that are computed at the same time take more, which is not kept. Any thread.
 */
public final class HashMemory {
    /** Argon2 counts its memory in blocks of so much. */
    private static final int BLOCK_KIB = 1;

    private SoftReference<BlockPool> kept = new SoftReference<>(null);

    /** Where blocks are taken from, and given back to, which wipes them. */
    synchronized BlockPool blocks() {
        BlockPool blocks = kept.get();
        if (blocks == null) {
            blocks = BlockPool.class.cast(made());
            kept = new SoftReference<>(blocks);
        }
        return blocks;
    }

    /**
     * As no more than an object: where one type of theirs is taken for another here, the virtual machine looks at both before the program
     * begins (an archive has this class linked), and at the signature of their whole jar for that, which takes a fifth of a second.
     */
    private static Object made() {
        return new FixedBlockPool(Argon2id.MEMORY_KIB / BLOCK_KIB);
    }
}
