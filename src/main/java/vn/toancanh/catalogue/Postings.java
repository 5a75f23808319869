package vn.toancanh.catalogue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Which cameras hold which word. Words are sorted and the cameras of all words lie in one row, so that those of a prefix are
 * one piece of it. Immutable once made.
 */
final class Postings {
    private final String[] words;
    private final int[] begins;
    private final int[] cameras;

    private Postings(String[] words, int[] begins, int[] cameras) {
        this.words = words;
        this.begins = begins;
        this.cameras = cameras;
    }

    /** Marks every camera that holds a word beginning with {@code prefix}. */
    void mark(String prefix, BitSet found) {
        int first = Arrays.binarySearch(words, prefix);
        first = first < 0 ? -first - 1 : first;
        int last = first;
        while (last < words.length && words[last].startsWith(prefix)) {
            last++;
        }
        for (int i = begins[first]; i < begins[last]; i++) {
            found.set(cameras[i]);
        }
    }

    /** Collects; cameras must come in growing order. */
    static final class Builder {
        private static final class Growing {
            private int[] cameras = new int[4];
            private int size;

            void add(int camera) {
                if (size > 0 && cameras[size - 1] == camera) {
                    return;
                }
                if (size == cameras.length) {
                    cameras = Arrays.copyOf(cameras, size * 2);
                }
                cameras[size++] = camera;
            }
        }

        private final Map<String, Growing> byWord = new HashMap<>();

        void add(String word, int camera) {
            byWord.computeIfAbsent(word, any -> new Growing()).add(camera);
        }

        Postings build() {
            String[] words = byWord.keySet().toArray(String[]::new);
            Arrays.sort(words);
            int[] begins = new int[words.length + 1];
            int[] cameras =
                    new int[byWord.values().stream().mapToInt(each -> each.size).sum()];
            for (int i = 0; i < words.length; i++) {
                Growing growing = byWord.getOrDefault(words[i], new Growing());
                System.arraycopy(growing.cameras, 0, cameras, begins[i], growing.size);
                begins[i + 1] = begins[i] + growing.size;
            }
            return new Postings(words, begins, cameras);
        }
    }
}
