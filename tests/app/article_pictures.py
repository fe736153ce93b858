# SPDX-License-Identifier: GPL-3.0-or-later
"""What the article's predict script makes of picture files before its network sees them.

    article_pictures.py GLYPHS PICTURE...     writes 784 bytes a picture, for tests/engine/article.py
"""

import sys

import numpy
from PIL import Image

with open(sys.argv[1], "wb") as glyphs:
    for name in sys.argv[2:]:
        picture = Image.open(name).convert("L").resize((28, 28))
        # Through a fraction and back, as the article does.
        glyphs.write(((numpy.array(picture) / 255.0) * 255).astype(numpy.uint8).tobytes())
