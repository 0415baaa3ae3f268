package org.kennelcache.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/**
 * The next content of an {@link OwnerOnlyFile}, in a file beside it, which keeps others from replacing it meanwhile.
 * The file keeps the owner, the group and the permissions it had, and links to it stay links. Who reads it meanwhile
 * sees all of the old content or all of the new one. Closed before it is committed, it leaves the old one.
 */
final class Replacement implements AutoCloseable {

    private final Path target;
    private final Path next;
    private boolean committed;

    /** A replacement of {@code target} by {@code next}, which the caller has made and which is empty. */
    Replacement(Path target, Path next) {
        this.target = target;
        this.next = next;
    }

    /** Puts the content in the place of the old one. */
    void commit(String text) {
        try {
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                OwnerOnlyFile.write(channel, text);
            }
            copyAccess();
            Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            committed = true; // what has that name from now on is another command's
        } catch (IOException e) {
            throw new CommandFailedException(target + " can't be replaced: " + e, e);
        }
    }

    @Override
    public void close() {
        if (committed) {
            return;
        }
        try {
            Files.deleteIfExists(next);
        } catch (IOException e) {
            throw new CommandFailedException(next + " can't be deleted: " + e, e);
        }
    }

    private void copyAccess() throws IOException {
        PosixFileAttributeView from = OwnerOnlyFile.posix(target);
        PosixFileAttributeView to = OwnerOnlyFile.posix(next);
        if (from == null || to == null) {
            return;
        }
        PosixFileAttributes wanted = from.readAttributes();
        PosixFileAttributes present = to.readAttributes();
        if (!present.group().equals(wanted.group())) {
            to.setGroup(wanted.group());
        }
        if (!present.owner().equals(wanted.owner())) {
            to.setOwner(wanted.owner());
        }
        to.setPermissions(wanted.permissions());
    }
}
